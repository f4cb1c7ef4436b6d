import { expect, it } from "vitest";
import { journeys, visit } from "./browser.ts";

const { person } = journeys();

it.each([
  ["vi", "vi", "Hỗ trợ sức khỏe"],
  ["easy", "ja", "会社（かいしゃ）"],
])(
  "asks in %s on a narrow phone: all words fit, and the form is that of everybody",
  async (code, lang, title) => {
    const page = await person({ viewport: { width: 320, height: 640 } });
    await visit(page, `/areas/hamada/ask?lang=${code}`);
    const main = page.locator(`main [lang="${lang}"]`).first();
    expect(await main.locator("h1").textContent()).toContain(title);
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window!);
    const here = page.locator('main nav a[aria-current="true"]');
    expect(await here.count()).toBe(1);
    await page.getByRole("link", { name: "English", exact: true }).first().click();
    await page.waitForURL(/lang=en/);
    expect(await page.locator("h1").textContent()).toContain("Health support");
  },
);

it("explains itself to everybody: methods, handbook and glossary are open and readable on a phone", async () => {
  const page = await person({ viewport: { width: 320, height: 640 } });
  for (const path of [
    "/methods",
    "/methods/comparison",
    "/handbook",
    "/handbook/secretariat",
    "/glossary",
    "/whats-new",
  ]) {
    expect((await visit(page, path)).status(), path).toBe(200);
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide, path).toBeLessThanOrEqual(window!);
  }
});
