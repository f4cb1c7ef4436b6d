import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { expect, it } from "vitest";
import { askIn } from "./asking.ts";
import { journeys, PHONE, signInAs } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();

/**
 * What a visitor's page may cost somebody on a slow line who has nothing of it yet: bytes of script and style sheet
 * when gzipped, and of fonts, which are compressed already (see decision 0028).
 */
const MOST = { script: 30_000, stylesheet: 20_000, font: 150_000 } as const;
type Kind = keyof typeof MOST;

async function expectLight(path: string): Promise<void> {
  const page = await person({ viewport: PHONE });
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(path, { waitUntil: "networkidle" });
  const loaded = { script: 0, stylesheet: 0, font: 0 };
  for (const response of responses) {
    const kind = response.request().resourceType();
    if (!(kind in MOST)) continue;
    const body = await response.body();
    loaded[kind as Kind] += kind === "font" ? body.length : gzipSync(body).length;
  }
  for (const kind of Object.keys(MOST) as Kind[])
    expect(loaded[kind], `${kind} of ${path}`).toBeLessThanOrEqual(MOST[kind]);
  // One script, and neither the list of routes nor the pages' data: what staff have more of costs a visitor nothing.
  expect(loaded.script).toBeGreaterThan(0);
  expect(await page.locator("script").count(), `scripts of ${path}`).toBe(1);
  expect(await page.locator('link[rel="modulepreload"]').count(), `preloads of ${path}`).toBe(0);
}

it.each([
  "/",
  "/areas",
  "/search?q=%E6%B5%9C%E7%94%B0",
  "/areas/sagamihara",
  "/areas/hamada/plan/published",
  "/councils",
  "/methods",
  "/organisations",
  "/areas/hamada/ask",
  "/areas/hamada/directory",
  "/areas/hamada/directory?q=%E7%A6%81%E7%85%99",
  "/areas/hamada/ask?lang=en&need=talk&size=5-29",
  "/r/wrong",
  "/sign-in",
  "/no-such-page",
])("a visitor's page is light: %s", expectLight);

it("so are the receipt of a request and the answer to it, which come by links", async () => {
  const workplace = await person();
  const receipt = await askIn(workplace, "軽い窯元", "weight@iwami-yogyosho.example");
  await expectLight(receipt);
  await expectLight(`${receipt}/change`);

  const clerk = await person();
  await signInAs(clerk, "coordinator", "/areas/hamada/requests");
  await clerk.goto("/areas/hamada/requests");
  await clerk.getByRole("link", { name: "軽い窯元" }).first().click();
  await clerk.getByRole("checkbox", { name: "減塩の話と味噌汁の塩分測定" }).check({ force: true });
  await clerk.getByRole("button", { name: "打診する", exact: true }).first().click();
  await clerk.getByRole("button", { name: "打診メールを送信する", exact: true }).click();
  await clerk.getByRole("heading", { name: /打診/ }).first().waitFor();
  let answer: string | undefined;
  for (let letters = 1; answer === undefined; letters += 1) {
    const mails = await mailsTo("eiyoushikai@hamada-ouendan.example", letters);
    answer = mails.flatMap(({ text }) => /\/a\/[\w-]{43}/.exec(text)?.[0] ?? [])[0];
  }
  await expectLight(answer);
});
