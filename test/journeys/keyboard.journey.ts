import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { workdayIn } from "./asking.ts";
import { journeys, signInAs } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();
const MOST_STOPS = 150;
const MEMBER = "kagi@hamada-iin.example";
const TODAY = plainDateIn(new Date(), "Asia/Tokyo");

/** Goes from stop to stop to that control, as somebody without a pointer does; it must be seen to have the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  const here = () => control.evaluate((one) => one === document.activeElement);
  for (let stop = 0; stop < MOST_STOPS && !(await here()); stop += 1) await page.keyboard.press("Tab");
  expect(await here(), `the keyboard reaches ${control}`).toBe(true);
  expect(await control.evaluate((one) => getComputedStyle(one).outlineStyle)).not.toBe("none");
}

async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press("Enter");
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();

const press = (page: Page, name: string) => follow(page, button(page, name));

async function write(page: Page, control: Locator, text: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

async function choose(page: Page, control: Locator, value: string): Promise<void> {
  await tabTo(page, control);
  for (let down = 0; down < 60 && (await control.inputValue()) !== value; down += 1)
    await page.keyboard.press("ArrowDown");
  expect(await control.inputValue()).toBe(value);
}

async function tick(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Space");
  expect(await control.isChecked()).toBe(true);
}

const SUPPORTER = "eiyoushikai@hamada-ouendan.example";

it("lets a workplace ask and a supporter answer by the keyboard alone", async () => {
  const asked = (await mailsTo(SUPPORTER, 0)).length;
  const workplace = await person();
  await workplace.goto("/areas/hamada/ask?need=talk");
  await choose(workplace, workplace.getByLabel("市町村"), "32202");
  await write(workplace, workplace.getByLabel("従業員数"), "12");
  await press(workplace, "次へ");
  await tick(workplace, workplace.getByLabel("血圧", { exact: true }));
  await write(workplace, workplace.locator('input[name="day1"]'), workdayIn(6));
  await write(workplace, workplace.getByLabel("参加する人数"), "12");
  await press(workplace, "次へ");
  await write(workplace, workplace.getByLabel("事業所の名前"), "鍵盤の窯元");
  await choose(workplace, workplace.getByLabel("業種"), "ceramics");
  await write(workplace, workplace.getByLabel("住所"), "見本町1");
  await write(workplace, workplace.getByLabel("メールアドレス"), "keyboard@iwami-yogyosho.example");
  await press(workplace, "次へ");
  await workplace.getByText("入力内容の確認").waitFor();
  await workplace.waitForFunction(() => performance.now() > 1000);
  await press(workplace, "送信する");
  await workplace.waitForURL(/\/r\/[\w-]+\?sent=1/);

  const clerk = await person();
  await signInAs(clerk, "coordinator", "/areas/hamada/requests", "hamada");
  await clerk.goto("/areas/hamada/requests", { waitUntil: "networkidle" });
  await follow(clerk, clerk.getByRole("link", { name: "鍵盤の窯元" }).first());
  await clerk.getByRole("heading", { level: 1, name: /鍵盤の窯元/ }).waitFor();
  await tick(clerk, clerk.getByRole("checkbox", { name: "減塩の話と味噌汁の塩分測定" }));
  await press(clerk, "打診する");
  await button(clerk, "打診メールを送信する").waitFor();
  await press(clerk, "打診メールを送信する");
  await button(clerk, "再度打診する").waitFor();

  const mails = await mailsTo(SUPPORTER, asked + 1);
  const answer = mails.flatMap(({ text }) => /\/a\/[\w-]{43}/.exec(text)?.[0] ?? []).at(-1)!;
  const supporter = await person();
  await supporter.goto(answer);
  // Of a group of radios the keyboard stops at one, and goes on with the arrows.
  await tick(supporter, supporter.getByRole("radio").first());
  await press(supporter, "回答を送信する");
  await supporter.getByRole("status").or(supporter.getByText("回答を変更する")).first().waitFor();
});

it("lets a secretariat plan a meeting, a member answer and the day be fixed by the keyboard alone", async () => {
  const clerk = await person();
  await signInAs(clerk, "coordinator", "/today", "hamada");
  await clerk.goto("/areas/hamada/council", { waitUntil: "networkidle" });
  await follow(clerk, clerk.getByRole("link", { name: /^浜田地域・職域連携推進協議会/ }).first());
  await clerk.waitForURL(/bodies/);
  await clerk.waitForLoadState("networkidle");
  await follow(clerk, clerk.getByRole("link", { name: "編集する" }).first());
  await clerk.getByLabel("メールアドレス").waitFor();
  await write(clerk, clerk.getByLabel("メールアドレス"), MEMBER);
  await press(clerk, "保存する");
  await clerk.getByText("保存しました。").waitFor();

  await clerk.goto("/areas/hamada/council/meetings/new", { waitUntil: "networkidle" });
  await write(clerk, clerk.getByLabel("会議名"), "鍵盤の協議会");
  await press(clerk, "次へ");
  for (const [row, day] of [addDays(TODAY, 30), addDays(TODAY, 31)].entries())
    await write(clerk, clerk.locator(`input[name="slots.${row}.day"]`), day);
  await write(clerk, clerk.getByLabel("回答期限"), addDays(TODAY, 20));
  await press(clerk, "次へ");
  await clerk.getByRole("heading", { name: "入力内容の確認" }).waitFor();
  await press(clerk, "会議を登録する");
  await clerk.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  await clerk.waitForLoadState("networkidle");
  await press(clerk, "日程調整を依頼する");
  await clerk.getByText("まだ実行していません").waitFor();
  await press(clerk, "依頼のメールを送信する");
  await clerk.getByText("1件のメールを送信待ちに登録しました").waitFor();

  const [asked] = await mailsTo(MEMBER, 1);
  const member = await person();
  await member.goto(new URL(/http:\S+/.exec(asked!.text)![0]).pathname);
  const dates = await member.getByRole("radio", { name: "○ 出席できます" }).all();
  expect(dates).toHaveLength(2);
  for (const yes of dates) await tick(member, yes);
  await press(member, "回答を送信する");
  await member.getByText("ご回答を受け付けました").waitFor();

  await clerk.reload({ waitUntil: "networkidle" });
  await press(clerk, "この日に決める");
  await clerk.getByText("日程を決めました").waitFor();
});
