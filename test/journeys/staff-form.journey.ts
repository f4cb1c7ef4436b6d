import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, signInAs } from "./browser.ts";

const { person } = journeys();
const NEW = "/areas/hamada/plan/activities/new";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const title = (page: Page) => page.getByLabel("実施内容");
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

async function fillActivity(page: Page, what: string, people: string): Promise<void> {
  await title(page).fill(what);
  await page.getByLabel("日", { exact: true }).fill("R8.11.10");
  await page.getByText("2026年11月10日（火）・令和8年").waitFor();
  await page.getByLabel("参加者数").fill(people);
  await page.getByLabel("主催機関").fill("浜田保健所");
}

async function atForm(): Promise<Page> {
  const page = await person();
  page.setDefaultTimeout(20_000);
  await signInAs(page, "coordinator", NEW, "hamada");
  return page;
}

describe("who writes a form of the staff", () => {
  it("loses nothing when the connection goes, and sends it again once", async () => {
    const page = await atForm();
    await fillActivity(page, "電波のとどかない公民館", "12");
    await page.context().setOffline(true);
    await press(page, "保存する");
    await page.getByRole("alert").filter({ hasText: "つながらないため" }).waitFor();
    expect(await title(page).inputValue()).toBe("電波のとどかない公民館");
    await page.context().setOffline(false);
    await inspect(page);
    await press(page, "保存する");
    await page.getByText("保存しました").waitFor();
    expect(await kept(page)).not.toContain("公民館");
  });

  it("finds what was begun after going to another page, and no browser keeps it", async () => {
    const page = await atForm();
    await title(page).fill("書きかけの活動");
    expect(await kept(page)).not.toContain("書きかけ");
    await page.getByRole("navigation", { name: "メニュー" }).getByRole("link", { name: "計画" }).click();
    await page.waitForURL((url) => url.pathname !== NEW);
    await page.goBack();
    await page.getByText("入力途中の内容を復元").waitFor();
    expect(await title(page).inputValue()).toBe("書きかけの活動");
    await inspect(page);
    expect(await kept(page)).not.toContain("書きかけ");
    await page.goto(NEW);
    expect(await title(page).inputValue()).toBe("");
  });

  it("is asked once about an odd figure, and once before something is deleted", async () => {
    const page = await atForm();
    for (const [what, people] of [
      ["一回目", "40"],
      ["二回目", "60000"],
    ] as const) {
      await page.goto(NEW);
      await page.getByLabel("種類").selectOption("survey");
      await fillActivity(page, what, people);
      await press(page, "保存する");
      if (people === "40") await page.getByText("保存しました").waitFor();
    }
    await page.getByText("本当に60,000人ですか").first().waitFor();
    await inspect(page);
    expect(await title(page).inputValue()).toBe("二回目");
    await page.getByLabel("この内容で間違いありません").check();
    await press(page, "保存する");
    await page.getByText("保存しました").waitFor();
    await page.getByText("この活動を削除する").click();
    await page.getByText("「二回目」を削除します").waitFor();
    await inspect(page);
    await press(page, "削除する");
    await page.getByText("削除しました").waitFor();
  });
});
