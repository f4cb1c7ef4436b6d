import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { inspect, journeys, signInAs } from "./browser.ts";
import { changeDatabase } from "./database.ts";

const { person } = journeys();
const NEW = "/areas/hamada/plan/activities/new";
const NOTE = "書きかけの覚え書き";
const account = DEMONSTRATION_ACCOUNTS.find(
  ({ role, email }) => role === "coordinator" && email.includes("hamada"),
)!;

const title = (page: Page) => page.getByLabel("実施内容");
const lock = (page: Page) => page.getByRole("dialog", { name: "もう一度、本人の確認をします" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The sessions of that account were last used so many minutes ago. */
const idle = (minutes: number) =>
  changeDatabase(
    `update identity_session set last_active_at = last_active_at - make_interval(mins => $1)
     where user_id = (select id from identity_user where email = $2)`,
    [minutes, account.email],
  );

/** All that this browser keeps of the page's origin, wherever that is. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      { ...sessionStorage, ...localStorage },
      (await indexedDB.databases()).map(({ name }) => name),
      await caches.keys(),
      history.state,
    ]),
  );

async function writing(): Promise<Page> {
  const page = await person();
  page.setDefaultTimeout(20_000);
  await signInAs(page, "coordinator", NEW, "hamada");
  await title(page).fill(NOTE);
  await page.getByLabel("日", { exact: true }).fill("R8.11.10");
  await page.getByLabel("参加者数").fill("12");
  await page.getByLabel("主催機関").fill("浜田保健所");
  return page;
}

async function unlock(page: Page, password = account.password): Promise<void> {
  await lock(page).getByLabel("パスワード").fill(password);
  await lock(page).getByRole("button", { name: "続ける", exact: true }).click();
}

const activitiesNamed = async (page: Page, name: string) => {
  await page.goto("/areas/hamada/plan/activities");
  return page.getByRole("link", { name }).count();
};

describe("a page that locks while somebody writes", () => {
  it("is hidden, is opened in place, and holds what was typed, which is saved once", async () => {
    const page = await writing();
    await idle(31);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await lock(page).waitFor();
    await inspect(page);
    expect(await title(page).isVisible()).toBe(false);
    // What a reader reads: nothing but the dialog.
    expect(await page.locator("body").ariaSnapshot()).not.toContain("実施内容");
    expect(await page.title()).not.toContain("活動");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await title(page).isVisible()).toBe(false);
    expect(await kept(page)).not.toContain(NOTE);

    await unlock(page, "not the password");
    await lock(page).getByText("パスワードが違います").first().waitFor();
    await inspect(page);
    await unlock(page);
    await lock(page).waitFor({ state: "detached" });
    expect(await title(page).inputValue()).toBe(NOTE);
    await press(page, "保存する");
    await page.getByText("保存しました").waitFor();
    expect(await kept(page)).not.toContain(NOTE);
    expect(await activitiesNamed(page, NOTE)).toBe(1);
  });

  it("asks before it sends, and then sends what was pressed", async () => {
    const page = await writing();
    await title(page).fill("押したときに閉じていた活動");
    await idle(31);
    await press(page, "保存する");
    await unlock(page);
    await page.getByText("保存しました").waitFor();
    expect(await activitiesNamed(page, "押したときに閉じていた活動")).toBe(1);
  });

  it("asks the same where the session is over, and lets nobody else go on with the page", async () => {
    const page = await writing();
    await title(page).fill("期限の切れた活動");
    await page.context().clearCookies();
    await press(page, "保存する");
    await lock(page).getByText("ログインの期限が切れたため").waitFor();
    await unlock(page);
    await page.getByText("保存しました").waitFor();
    expect(await activitiesNamed(page, "期限の切れた活動")).toBe(1);

    await page.goto(NEW);
    await title(page).fill("ほかの人に見せない活動");
    const other = await page.context().newPage();
    await other.context().clearCookies();
    await signInAs(other, "provider");
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.waitForLoadState("load");
    await expect.poll(() => page.content()).not.toContain("ほかの人に見せない活動");
  });

  it("locks no page while somebody types, and none that was opened again in another tab", async () => {
    const page = await writing();
    await idle(31);
    const other = await page.context().newPage();
    await other.goto("/lock?next=/today");
    await other.getByLabel("パスワード").fill(account.password);
    await other.getByRole("button", { name: "続ける", exact: true }).click();
    await other.waitForURL("**/today");
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await press(page, "保存する");
    await page.getByText("保存しました").waitFor();
  });

  it("leads to unlocking and back to the form where no script runs", async () => {
    const page = await person({ javaScriptEnabled: false });
    await signInAs(page, "coordinator", NEW, "hamada");
    await title(page).fill("スクリプトのない活動");
    await page.getByLabel("日", { exact: true }).fill("R8.11.10");
    await page.getByLabel("主催機関").fill("浜田保健所");
    await idle(31);
    await press(page, "保存する");
    await page.waitForURL("**/lock?**");
    await page.getByLabel("パスワード").fill(account.password);
    await press(page, "続ける");
    await press(page, "続きを送る");
    await page.getByText("保存しました").waitFor();
  });
});
