import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { findOrInstallBrowser } from "./browser.ts";
import { type Look, linksIn, PAGES, walk } from "./look/addresses.ts";
import { prepare } from "./look/deeds.ts";
import { faultsOf } from "./look/faults.ts";
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
  options: { each: { type: "boolean" }, only: { type: "string" }, folder: { type: "string" } },
});
const [baseURL = "http://localhost:3000"] = positionals;
const FOLDER = join(import.meta.dirname, "..", values.folder ?? "test-results/pictures");
const SIZES = {
  phone: { width: 390, height: 844, tall: 2600, across: 5 },
  desk: { width: 1366, height: 768, tall: 2600, across: 3 },
  print: { width: 718, height: 1016, tall: 2032, across: 4 },
} as const;
type Size = keyof typeof SIZES;

/** A visitor, and each account to try, by name. */
const PEOPLE = [undefined, ...DEMONSTRATION_ACCOUNTS];
type Account = (typeof DEMONSTRATION_ACCOUNTS)[number];

async function arrive(
  browser: Browser,
  account: Account | undefined,
  noScript = false,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    viewport: SIZES.desk,
    javaScriptEnabled: !noScript,
  });
  if (!account) return context;
  const page = await context.newPage();
  await page.goto("/sign-in");
  const form = page.locator('form:has(input[name="email"]:not([type="hidden"]))');
  await form.locator('input[name="email"]').fill(account.email);
  await form.locator('input[name="password"]').fill(account.password);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
  return context;
}

async function picture(page: Page, size: Size, file: string): Promise<void> {
  const { width, height, tall } = SIZES[size];
  await page.emulateMedia({ media: size === "print" ? "print" : null });
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: join(FOLDER, file),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(whole, tall) },
  });
  await page.emulateMedia({ media: null });
}

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const shots: Record<Size, Shot[]> = { phone: [], desk: [], print: [] };
  const reached = new Set<string>();
  const secrets = new Set<string>();
  const taken = new Set<string>();
  // Who is signed in first: a visitor opens by their letters what those found.
  for (const account of [...PEOPLE.slice(1), undefined]) {
    const who = account ? account.name : "visitor";
    const context = await arrive(browser, account);
    const starts = [
      "/",
      "/today",
      "/no-such-page",
      ...(await prepare(context, account?.email)),
      ...(account ? [] : secrets),
    ];
    const looks = await walk(starts, async (address) => {
      const answer = await context.request.get(address, { maxRedirects: 0 }).catch(() => undefined);
      if (!answer?.ok() && answer?.status() !== 404) return undefined;
      if (!answer.headers()["content-type"]?.startsWith("text/html")) return undefined;
      const html = await answer.text();
      for (const to of linksIn(html)) if (/\/[\w-]{43}$/.test(to)) secrets.add(to);
      return html;
    });
    for (const { page } of looks) reached.add(page);
    const page = await context.newPage();
    for (const look of looks.filter((one) => wanted(one, taken))) await take(page, who, look, shots);
    await context.close();
    process.stdout.write(`${who}: ${looks.length} pages and states\n`);
  }
  const missed = PAGES.filter((page) => !reached.has(page));
  const notes = missed.map((page) => `not reached: ${page}`);
  for (const size of Object.keys(shots) as Size[]) {
    writeFileSync(
      join(FOLDER, `${size}.html`),
      sheetHtml(size, shots[size], notes, size === "desk" ? 680 : 390),
    );
    await sheetPictures(browser, FOLDER, `sheet-${size}`, shots[size], SIZES[size]);
  }
  const faults = shots.phone.flatMap((shot) =>
    shot.faults.map((fault) => `${shot.page} (${shot.who}): ${fault}`),
  );
  writeFileSync(join(FOLDER, "faults.txt"), [...notes, ...faults, ""].join("\n"));
  process.stdout.write(
    `${shots.phone.length} pages and states; ${faults.length} faults; ${notes.join("; ") || "all pages reached"}\n`,
  );
  await browser.close();
}

function wanted({ page, address }: Look, taken: Set<string>): boolean {
  if (values.only !== undefined && !page.slice(1).startsWith(values.only)) return false;
  const state = `${page} ${[...new URL(address, baseURL).searchParams.keys()].sort()}`;
  if (taken.has(state) && !values.each) return false;
  taken.add(state);
  return true;
}

async function take(page: Page, who: string, look: Look, shots: Record<Size, Shot[]>): Promise<void> {
  await page.goto(look.address, { waitUntil: "networkidle" });
  const faults = await faultsOf(page);
  for (const size of Object.keys(SIZES) as Size[]) {
    const file = `${size}-${shots[size].length + 1}.png`;
    await picture(page, size, file);
    shots[size].push({ ...look, who, file, faults: size === "phone" ? faults : [] });
  }
}

await main();
