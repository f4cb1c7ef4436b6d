import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { findOrInstallBrowser } from "./browser.ts";
import { faultsOf } from "./look/faults.ts";
import { takeAll } from "./look/looks.ts";
import { type Shot, sheetHtml, sheetPictures } from "./look/sheet.ts";

/**
 * Takes pictures of all pages and their states from a demonstration that runs, and puts them on one sheet, with what
 * was found there by rule:
 *
 *     npm start
 *     npm run pictures -- http://localhost:3000
 *
 * `--each` takes every page as everybody who can open it, not once; `--only areas/:area/plan` those pages alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: "boolean" }, only: { type: "string" } },
});
const [origin = "http://localhost:3000"] = positionals;
const FOLDER = join(import.meta.dirname, "../test-results/pictures");
const SIZES = {
  phone: { width: 390, height: 844, tall: 2600, across: 5 },
  desk: { width: 1366, height: 768, tall: 2600, across: 3 },
  print: { width: 718, height: 1016, tall: 2032, across: 4 },
} as const;
type Size = keyof typeof SIZES;

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findOrInstallBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const shots: Record<Size, Shot[]> = { phone: [], desk: [], print: [] };

const missed = await takeAll(browser, {
  ...{ origin, each: values.each, only: values.only },
  async take(page, look, who) {
    await page.goto(look.address, { waitUntil: "networkidle" });
    const faults = await faultsOf(page);
    for (const size of Object.keys(SIZES) as Size[]) {
      const file = `${size}-${String(shots[size].length + 1).padStart(3, "0")}.png`;
      await picture(page, size, file);
      shots[size].push({ ...look, who, file, faults: size === "phone" ? faults : [] });
    }
  },
});

async function picture(page: Page, size: Size, file: string): Promise<void> {
  const { width, height, tall } = SIZES[size];
  await page.emulateMedia({ media: size === "print" ? "print" : null });
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, tall) };
  await page.screenshot({ path: join(FOLDER, file), fullPage: true, clip });
  await page.emulateMedia({ media: null });
}

const notes = missed.map((page) => `not reached: ${page}`);
for (const size of Object.keys(shots) as Size[]) {
  const width = size === "desk" ? 680 : 390;
  writeFileSync(join(FOLDER, `${size}.html`), sheetHtml(size, shots[size], notes, width));
  await sheetPictures(browser, FOLDER, `sheet-${size}`, shots[size], SIZES[size]);
}
const faults = shots.phone.flatMap(({ page, who, faults: found }) =>
  found.map((fault) => `${page} (${who}): ${fault}`),
);
writeFileSync(join(FOLDER, "faults.txt"), [...notes, ...faults, ""].join("\n"));
process.stdout.write(`${shots.phone.length} pages and states in ${FOLDER}; ${faults.length} faults\n`);
process.stdout.write(notes.length > 0 ? `${notes.join("\n")}\n` : "all pages were reached\n");
await browser.close();
