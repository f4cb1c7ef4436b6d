import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What nobody can press on paper, a box that nobody fills, and the frame of the screen. */
const ON_SCREEN_ALONE =
  "main :is(button, [data-acts], input:not([type=hidden]), select, textarea, label, nav), header:not(main *), footer:not(main *)";
const NARROW = { width: 320, height: 640 };

/** What is wrong with a page on every screen: axe's rules, what does not fit 320 px, what is printed that can't be used. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await axe(page)), ...(await sideways(page)), ...(await printed(page))];
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** At 320 px, which is also 200 % of a phone of 640 px. */
async function sideways(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize(NARROW);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize(before);
  return over > 0 ? [`scrolls ${over} px sideways at 320 px`] : [];
}

async function printed(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const found = await page
    .locator(ON_SCREEN_ALONE)
    .evaluateAll((all) =>
      all
        .filter(
          (one) =>
            one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1,
        )
        .map(
          (one) =>
            `${one.localName} ${one.textContent.trim().slice(0, 30) || one.getAttribute("name") || ""}`,
        ),
    );
  const parts = page.locator("main section:has(> div > h2):not(:has(svg, img))");
  const heads = await parts.locator(":scope > div > h2").allInnerTexts();
  const texts = (await parts.allInnerTexts()).map((text) => text.trim());
  const alone = texts.filter((text, at) => text !== "" && text === heads[at]?.trim());
  const headings = await page
    .locator("main h1")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  await page.emulateMedia({ media: null });
  const some = [
    ...[...new Set(found)].slice(0, 4).map((what) => `prints ${what}`),
    ...alone.map((heading) => `prints nothing under ${heading}`),
  ];
  return headings === 0 ? [...some, "prints no heading"] : some;
}
