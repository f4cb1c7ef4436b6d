import { expect, it } from "vitest";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { planMeeting } from "./planning.ts";

const { person } = journeys();
const HOME = "/areas/hamada";
const TODAY = plainDateIn(new Date(), "Asia/Tokyo");
const TELEPHONED = 15;

it("writes down the answers of fifteen members by telephone; a member answers signed in", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", "/", "hamada");
  await planMeeting(
    clerk,
    HOME,
    "電話の協議会",
    [addDays(TODAY, 20), addDays(TODAY, 21)],
    addDays(TODAY, 10),
  );
  await clerk.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  const meeting = new URL(clerk.url()).pathname;
  await inspect(clerk);

  // A member whose office sits by another name answers with the account that belongs to it.
  const member = await person({ viewport: PHONE });
  await signInAs(member, "member", meeting);
  await visit(member, meeting);
  for (const radio of await member.getByRole("radio", { name: "○ 出席できます" }).all()) await radio.check();
  await member.getByRole("button", { name: "回答を送信する" }).click();
  await member.getByText("回答を登録しました").waitFor();
  await inspect(member);

  await visit(clerk, meeting);
  await clerk.getByRole("link", { name: /電話の回答をまとめて入力する/ }).click();
  await clerk.getByRole("heading", { name: "電話などで受けた回答の入力" }).waitFor();
  await inspect(clerk);
  const rows = clerk.locator("#telephone li");
  for (let row = 0; row < TELEPHONED; row += 1) {
    const dates = rows.nth(row).locator("fieldset fieldset");
    await dates.nth(0).getByRole("radio", { name: "出席できます" }).check();
    await dates.nth(1).getByRole("radio", { name: "出席できません" }).check();
  }
  await clerk.getByRole("button", { name: "回答を登録する" }).click();
  await clerk.getByText(`${TELEPHONED}団体の日程の回答を登録しました`).waitFor();
  const total = clerk.getByRole("row", { name: /^合計/ });
  await total.getByText(`○${TELEPHONED + 1} △0 ×0 ―2`).waitFor();
  await total.getByText(`○1 △0 ×${TELEPHONED} ―2`).waitFor();
  await inspect(clerk);

  // Once it is decided no button under a date moves it any more.
  await clerk.getByRole("button", { name: "この日に決める" }).first().click();
  await clerk.getByText("日程を決めました").waitFor();
  expect(await clerk.getByRole("button", { name: "この日に決める" }).count()).toBe(0);
  await inspect(clerk);
});
