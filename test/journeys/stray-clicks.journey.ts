import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { askIn } from "./asking.ts";
import { inspect, journeys, signInAs, visit } from "./browser.ts";
import { planMeeting } from "./planning.ts";

const { person } = journeys();
const HOME = "/areas/hamada";
const TODAY = plainDateIn(new Date(), "Asia/Tokyo");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

/** One press of a button that reaches people: the question comes, and who leaves it has done nothing. */
async function pressedAndLeft(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByText("まだ実行していません。次の内容で実行します。").waitFor();
  await inspect(page);
  await page.getByRole("link", { name: "中止する", exact: true }).click();
  await page.getByText("まだ実行していません。").waitFor({ state: "detached" });
}

/** How many mails there are, sent or waiting, that say this. */
async function mailsAbout(page: Page, words: string): Promise<number> {
  await page.goto("/outbox");
  return page.getByRole("article").filter({ hasText: words }).count();
}

it("sends nothing of a meeting at a stray press, and then does what was meant", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", "/", "hamada");
  const title = "押し間違いの会議";
  await planMeeting(clerk, HOME, title, [addDays(TODAY, 20), addDays(TODAY, 21)], addDays(TODAY, 10));
  await clerk.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  const meeting = new URL(clerk.url()).pathname;
  await pressedAndLeft(clerk, "日程調整を依頼する");
  expect(await mailsAbout(clerk, title)).toBe(0);
  await clerk.goto(meeting);
  await press(clerk, "日程調整を依頼する");
  await press(clerk, "依頼のメールを送信する");
  await clerk.getByRole("button", { name: "未回答の委員に再依頼する" }).waitFor();
  const asked = await mailsAbout(clerk, title);
  expect(asked).toBeGreaterThan(0);

  await clerk.goto(meeting);
  await press(clerk, "この日に決める");
  await clerk.getByText("日程を決めました").waitFor();
  await pressedAndLeft(clerk, "案内を送信する");
  await clerk.getByText("その他の操作").click();
  await clerk.getByText("会議を中止する", { exact: true }).first().click();
  await pressedAndLeft(clerk, "中止の内容を確認する");
  expect(await mailsAbout(clerk, title)).toBe(asked);
  await visit(clerk, meeting);
  await clerk.getByRole("button", { name: "案内を送信する" }).waitFor();
});

it("asks nobody at a stray press, and takes back what was asked by mistake before it goes", async () => {
  const workplace = await person();
  const name = "押し間違いの窯元";
  await askIn(workplace, name, "stray@iwami-yogyosho.example");
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", `${HOME}/requests`);
  await clerk.getByRole("link", { name }).first().click();
  await clerk.getByRole("heading", { name: "打診先の選択" }).waitFor();
  const matter = new URL(clerk.url()).pathname;
  const before = await mailsAbout(clerk, "打診");
  await clerk.goto(matter);
  const choose = () => clerk.locator('input[name="offer"]').first().check({ force: true });
  await choose();
  await pressedAndLeft(clerk, "打診する");
  expect(await mailsAbout(clerk, "打診")).toBe(before);
  await clerk.goto(matter);
  await clerk.getByRole("heading", { name: "打診先の選択" }).waitFor();
  await choose();
  await press(clerk, "打診する");
  await press(clerk, "打診メールを送信する");
  await press(clerk, "元に戻す");
  await clerk.getByRole("heading", { name: "打診先の選択" }).waitFor();
  expect(await mailsAbout(clerk, "打診")).toBe(before);
});
