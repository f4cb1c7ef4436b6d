import { expect, inject, it } from "vitest";
import { DESKTOP, inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();

it("leads from the first page to the window of a town, by its name, on a phone and without a script", async () => {
  for (const options of [{ viewport: PHONE }, { javaScriptEnabled: false }]) {
    const page = await person(options);
    await page.goto("/");
    await page.getByLabel("市区町村名・郵便番号").first().fill("相模原市");
    await page.getByRole("button", { name: "窓口をさがす" }).click();
    await page.waitForURL(/\/areas\/sagamihara\/ask$/);
  }
  const page = await person();
  await visit(page, "/?lang=en");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.goto("/find?for=ask&q=%E6%B1%9F%E6%B4%A5%E5%B8%82");
  // Where a town's window is its area's, the town is chosen there.
  expect(page.url()).toMatch(/\/areas\/hamada\/ask\?town=32207$/);
  // The town's own page leads there, too.
  await visit(page, "/areas/32207");
  await page.getByRole("link", { name: "健康づくりを相談する" }).click();
  await page.waitForURL(/\/areas\/hamada\/ask\?town=32207/);
  // What may be several places is left to who asks.
  await page.goto("/find?for=health&q=%E6%B5%9C");
  expect(page.url()).toMatch(/\/search\?q=/);
});

it("says on the first page in a shared link what the place is, and has no square that a thumb can't hit", async () => {
  const page = await person();
  await page.goto("/");
  const said = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
  expect(await said("og:title")).toContain("無料");
  expect((await fetch(`${inject("origin")}/share.png`)).status).toBe(200);
  expect((await fetch(`${inject("origin")}/favicon.ico`)).status).toBe(200);
  const squares = page.getByRole("navigation", { name: "都道府県から選ぶ" }).getByRole("link");
  expect(await squares.count()).toBe(47);
  for (const box of await squares.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().toJSON()),
  ))
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
});

it.each([
  ["at a desk", DESKTOP],
  ["on a phone", PHONE],
])("opens its menus inside the window and closes them again: %s", async (_, viewport) => {
  const page = await person({ viewport });
  await signInAs(page, "coordinator", "/areas/hamada/plan", "hamada");
  await page.goto("/areas/hamada/plan", { waitUntil: "networkidle" });
  const menus = page.locator("details[data-menu]:visible");
  const open = page.locator("details[data-menu][open]");
  for (const menu of await menus.all()) {
    const summary = menu.locator("summary");
    await summary.click();
    expect(await open.count()).toBe(1);
    const inner = (await menu.locator("> div").boundingBox())!;
    expect(inner.x).toBeGreaterThanOrEqual(0);
    expect(inner.x + inner.width).toBeLessThanOrEqual(viewport.width);
    await inspect(page);
    await page.keyboard.press("Escape");
    expect(await open.count()).toBe(0);
    await summary.click();
    await page.mouse.click(viewport.width / 2, 4);
    expect(await open.count()).toBe(0);
  }
  // A choice closes it, and the keyboard goes on from the heading of the page that came.
  await menus.last().locator("summary").click();
  await menus.last().getByRole("link").last().click();
  await page.waitForURL((url) => url.pathname !== "/areas/hamada/plan");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await open.count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  expect(await page.getByRole("status").first().textContent()).toBe(await page.title());
});

it("tells districts of one office apart and marks the one that is shown", async () => {
  const page = await person();
  await signInAs(page, "coordinator", "/today", "hamada");
  await page.locator("header details[data-menu] summary").first().click();
  const here = page.locator('header [aria-current="true"]');
  await expect.poll(() => here.textContent()).toContain("二次医療圏");
  await page.getByRole("link", { name: /浜田保健所管内/ }).waitFor();
});

it("shows on a slow line that a page is on its way, and nothing on a quick one", async () => {
  const page = await person();
  await signInAs(page, "coordinator", "/today", "hamada");
  await page.goto("/today", { waitUntil: "networkidle" });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/calendar\.data|_routes=/, async (route) => {
    await held;
    await route.continue();
  });
  const bar = page.getByRole("progressbar", { name: "ページを読み込んでいます" });
  await page.getByRole("link", { name: /^予定/ }).first().click();
  await bar.waitFor();
  expect(await page.locator("nav .is-coming").count()).toBeGreaterThan(0);
  answer();
  await page.getByRole("heading", { level: 1, name: "予定" }).waitFor();
  expect(await bar.count()).toBe(0);
  await inspect(page);
});

it("sets rows closer at a desk where that was chosen, from the first sight of each page on", async () => {
  const page = await person();
  await signInAs(page, "coordinator", "/organisations", "hamada");
  await page.goto("/organisations", { waitUntil: "networkidle" });
  const height = () =>
    page
      .locator("tbody tr")
      .first()
      .evaluate((row) => row.getBoundingClientRect().height);
  const wide = await height();
  await page.locator("header details[data-menu] summary").last().click();
  await page.getByLabel("一覧の行間を詰める").check();
  expect(await height()).toBeLessThan(wide);
  await page.reload();
  expect(await page.locator("html").getAttribute("data-density")).toBe("compact");
});

it("puts what is to be done, waited for and coming on the page of today, with one primary button", async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await person({ viewport });
    await signInAs(page, "coordinator", "/today", "hamada");
    await visit(page, "/today");
    await page.getByText("日程調整を送っていません").waitFor();
    await page.getByRole("heading", { name: /の協議会$/ }).waitFor();
    expect(await page.locator("main a.bg-blue-900").count()).toBe(1);
    await visit(page, "/calendar?view=week");
    await page
      .getByRole("link", { name: /連携用アドレス/ })
      .first()
      .waitFor();
  }
});
