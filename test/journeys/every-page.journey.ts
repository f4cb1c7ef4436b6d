import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";
import { faultsOf } from "../../scripts/look/faults.ts";
import { takeAll } from "../../scripts/look/looks.ts";

/** Some hundred and fifty pages and states, a few seconds each. */
const LONGEST = 900_000;

/** What only a deed of somebody leads to, which journeys of their own do; statistics are published of a year that is over. */
const BY_DEEDS: readonly string[] = [
  "/sign-in/second-factor",
  "/sign-in/recovery",
  "/areas/:area/editions/:publication/:period/:number",
  "/stress/workplace/:token",
  "/stress/:token",
  "/stress/:token/result",
  "/voices/:token",
];

it(
  "finds nothing wrong on any page: axe, what does not fit 320 px, what is printed that is of no use on paper",
  async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH!,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    const found: string[] = [];
    const missed = await takeAll(browser, {
      origin: inject("origin"),
      async take(page, { page: path, address }, who) {
        await page.goto(address, { waitUntil: "networkidle" });
        for (const fault of await faultsOf(page)) found.push(`${path} (${who}): ${fault}`);
      },
    });
    await browser.close();
    expect(missed).toEqual(BY_DEEDS);
    expect(found).toEqual([]);
  },
  LONGEST,
);
