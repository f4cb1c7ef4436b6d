import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const LENDING = "/areas/hamada/lending";
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

/** The days of the journey's own clock: today, and the first Monday after the weekend that follows. */
const daysOf = (page: Page) =>
  page.evaluate(() => {
    const dayAfter = (days: number) => new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000);
    const text = (days: number) => dayAfter(days).toISOString().slice(0, 10);
    const toMonday = (8 - dayAfter(0).getUTCDay()) % 7 || 7;
    return {
      today: text(0),
      monday: text(toMonday),
      wednesday: text(toMonday + 2),
      friday: text(toMonday + 4),
    };
  });

type Wish = Readonly<{ from: string; fromTime: string; until: string; untilTime: string; workplace: string }>;

/** Asks by the public form, and gives the address of the loan. */
async function ask(page: Page, things: Readonly<Record<string, number>>, wish: Wish): Promise<string> {
  await page.goto(LENDING);
  await page.getByRole("link", { name: "この窓口に申し込む" }).first().click();
  for (const [thing, count] of Object.entries(things))
    await page.getByLabel(new RegExp(`^${thing}`)).fill(String(count));
  await page.getByLabel("受取り日").fill(wish.from);
  await page.getByLabel("受取りの時刻").fill(wish.fromTime);
  await page.getByLabel("返却日").fill(wish.until);
  await page.getByLabel("返却の時刻").fill(wish.untilTime);
  await page.getByLabel("事業所・団体名").fill(wish.workplace);
  await page.getByLabel("担当者のお名前").fill("健康管理の担当");
  await page.getByLabel("メールアドレス").fill("tantou@example.jp");
  await page.getByLabel("使う目的").fill("歩く習慣づくり");
  await press(page, "申し込む");
  await page.getByText("受付番号").waitFor();
  return new URL(page.url()).pathname;
}

describe("lending of devices", () => {
  it("lends over a closed weekend, does not extend into another's time, and takes back what is damaged", async () => {
    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", `${LENDING}/stock`, "hamada");
    await clerk.getByRole("link", { name: "浜田保健所" }).first().click();
    await clerk.getByLabel("申込みの締切（受取りの何日前まで）").fill("0");
    await inspect(clerk);
    await press(clerk, "保存する");
    await clerk.getByText("貸出窓口を登録しました").waitFor();
    const { today, monday, wednesday, friday } = await daysOf(clerk);

    const borrower = await person({ viewport: PHONE, javaScriptEnabled: false });
    borrower.setDefaultTimeout(20_000);
    const own = await ask(
      borrower,
      { 歩数計: 5, 減塩セット: 1 },
      { from: today, fromTime: "16:30", until: monday, untilTime: "10:00", workplace: "石見の見本窯業所" },
    );
    expect(await borrower.getByText("申込み（確認待ち）").count()).toBeGreaterThan(0);
    const other = await person({ viewport: PHONE });
    other.setDefaultTimeout(20_000);
    await visit(other, LENDING);
    await ask(
      other,
      { 歩数計: 6 },
      { from: monday, fromTime: "14:00", until: friday, untilTime: "10:00", workplace: "浜田の見本商店" },
    );
    await inspect(other);

    await visit(clerk, `${LENDING}/loans`);
    const row = clerk.getByRole("row", { name: /石見の見本窯業所/ });
    await row.getByRole("link").first().click();
    await press(clerk, "貸出しを決定する");
    await clerk.getByText("貸出し決定").first().waitFor();
    await clerk.getByLabel("受け取った方").fill("健康管理の担当");
    await inspect(clerk);
    await press(clerk, "引き渡す");
    await clerk.getByText("貸出中").first().waitFor();

    const extension = clerk.locator("form", { has: clerk.getByRole("button", { name: "延長する" }) });
    await extension.getByLabel("返却日").fill(wednesday);
    await press(clerk, "延長する");
    const refused = clerk.getByText(/から別の予約が入っているため、延長できません/).first();
    await refused.waitFor();
    expect(await clerk.getByText("浜田の見本商店").count()).toBe(0);
    await inspect(clerk);

    const conditions = clerk.getByLabel("状態");
    const count = await conditions.count();
    expect(count).toBe(7);
    for (let at = 0; at < count; at++)
      await conditions.nth(at).selectOption({ label: at === 0 ? "破損・故障" : "異常なし" });
    await press(clerk, "返却を登録する");
    await clerk.getByText("返却済み").first().waitFor();
    await inspect(clerk);
    await borrower.goto(own);
    await borrower.getByText("返却済み").first().waitFor();
    await visit(clerk, `${LENDING}/use`);
    await clerk.getByText("歩数計").first().waitFor();
  }, 240_000);
});
