import { describe, expect, inject, it } from "vitest";
import { askIn } from "./asking.ts";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
type Page = Awaited<ReturnType<typeof person>>;

const dialog = (page: Page) => page.getByRole("dialog", { name: "検索" });
const place = (page: Page) => decodeURIComponent(page.url().slice(inject("origin").length));

describe("whoever searches", () => {
  it("finds the window of a town by the key and the keyboard alone, and hears how much was found", async () => {
    const page = await person();
    await page.goto("/councils");
    await page.keyboard.press("/");
    await dialog(page).waitFor();
    const field = dialog(page).getByRole("searchbox");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const word of ["浜田市", "はまだ", "hamada"]) {
      await field.fill(word);
      await dialog(page).getByRole("link", { name: "浜田圏域の相談窓口" }).waitFor();
      await expect
        .poll(() => dialog(page).getByRole("status").textContent())
        .toMatch(/^\d+件見つかりました。$/);
    }
    await inspect(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/areas/hamada/ask");
  });

  it("is told what to do where nothing was found, and is back where they were with Escape", async () => {
    const page = await person();
    await page.goto("/councils");
    const link = page.getByRole("main").getByRole("link").first();
    await link.focus();
    await page.keyboard.press("Control+k");
    await dialog(page).getByRole("searchbox").fill("そのような語はない");
    await dialog(page).getByText("語を短くするか").waitFor();
    await inspect(page);
    await page.keyboard.press("Escape");
    expect(await dialog(page).count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("turns the single key off for this device; Ctrl-K stays", async () => {
    const page = await person();
    await page.goto("/");
    await page.keyboard.press("/");
    await dialog(page).getByRole("checkbox").uncheck();
    await page.reload();
    await page.keyboard.press("/");
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press("Control+k");
    await dialog(page).waitFor();
    expect(await dialog(page).getByRole("checkbox").isChecked()).toBe(false);
  });

  it("searches on a phone, where nothing hangs over", async () => {
    const page = await person({ viewport: PHONE });
    await visit(page, "/");
    await page.getByRole("banner").getByRole("link", { name: "検索" }).click();
    await dialog(page).getByRole("searchbox").fill("浜田");
    await dialog(page).getByRole("link", { name: "島根県浜田市市区町村" }).waitFor();
    await inspect(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(PHONE.width);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/search");
    await inspect(page);
    expect(await width()).toBeLessThanOrEqual(PHONE.width);
  });

  it("needs no script: the field leads to the page of results, a phone's sign to its form", async () => {
    const page = await person({ javaScriptEnabled: false });
    await page.goto("/areas/hamada?lang=en");
    await page.getByRole("banner").getByRole("searchbox").fill("hamada");
    await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
    expect(place(page)).toBe("/search?lang=en&q=hamada");
    await page.getByRole("link", { name: "Contact point of 浜田圏域" }).waitFor();
    await page.getByRole("link", { name: "Show more: Areas" }).or(page.getByText("found.")).first().waitFor();
    const phone = await person({ javaScriptEnabled: false, viewport: PHONE });
    await phone.goto("/");
    await phone.getByRole("banner").getByRole("link", { name: "検索" }).click();
    await phone.getByLabel("検索する語").fill("697-0041");
    await phone.getByRole("button", { name: "検索する" }).click();
    await phone.getByText("該当するものはありません").waitFor();
  });
});

it("staff find over any page what they work on, and a visitor does not", async () => {
  const workplace = await person();
  await askIn(workplace, "検索の窯元", "search@iwami-yogyosho.example");
  const clerk = await person();
  await signInAs(clerk, "coordinator", "/areas/hamada/requests");
  await clerk.waitForLoadState("networkidle");
  const field = dialog(clerk).getByRole("searchbox");
  await expect
    .poll(
      async () => {
        await clerk.keyboard.press("Control+k");
        await field.fill("");
        await field.fill("検索の窯");
        await dialog(clerk).getByRole("status").getByText(/件/).waitFor();
        return dialog(clerk).getByRole("link", { name: "検索の窯元" }).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  await inspect(clerk);
  await dialog(clerk).getByRole("link", { name: "検索の窯元" }).click();
  await clerk.getByRole("heading", { level: 1 }).waitFor();
  expect(place(clerk)).toMatch(/^\/areas\/hamada\/requests\/[0-9a-f-]{36}$/);
  await visit(clerk, "/search?q=協議会");
  await clerk.getByRole("region", { name: "会議" }).getByRole("link").first().waitFor();

  await visit(workplace, "/search?q=検索の窯元");
  await workplace.getByText("「検索の窯元」に該当するものはありません").waitFor();
});
