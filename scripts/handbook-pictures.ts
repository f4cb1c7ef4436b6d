import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import type { Role } from "#foundation/actors/public.ts";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { findOrInstallBrowser } from "./browser.ts";

/**
 * Takes the pictures of the handbook from a demonstration that runs:
 *
 *     npm start
 *     node scripts/handbook-pictures.ts http://localhost:3000
 *
 * Their alternative texts stand beside them in docs/handbook.
 */
const PICTURES: readonly Readonly<{
  name: string;
  as?: Role;
  place?: string;
  at: string | ((page: Page) => Promise<string>);
}>[] = [
  { name: "today", as: "coordinator", place: "hamada", at: "/today" },
  { name: "requests", as: "coordinator", place: "hamada", at: "/areas/hamada/requests" },
  { name: "meeting", as: "coordinator", place: "hamada", at: firstMeeting },
  { name: "plan", as: "coordinator", place: "sagamihara", at: "/areas/sagamihara/plan" },
  { name: "cases", as: "caseworker", place: "hamada-hokenjo", at: ownCases },
  { name: "asked", as: "provider", at: "/areas/hamada/asked" },
  { name: "offers", as: "provider", at: "/areas/hamada/offers" },
  { name: "ask", at: "/areas/hamada/ask" },
  { name: "councils", at: "/councils?q=%E5%B3%B6%E6%A0%B9" },
  { name: "profile", at: "/areas/sagamihara" },
  { name: "audit", as: "auditor", at: "/audit" },
  { name: "members", as: "administrator", at: "/members" },
];
const FOLDER = join(import.meta.dirname, "../public/handbook-pictures");
const MOST_BYTES = 60_000;

async function firstMeeting(page: Page): Promise<string> {
  await page.goto("/areas/hamada/council");
  const links = await page.locator('a[href*="/council/meetings/"]').all();
  for (const link of links) {
    const to = await link.getAttribute("href");
    if (to && !/new$/.test(to)) return to;
  }
  return "/areas/hamada/council";
}

async function ownCases(page: Page): Promise<string> {
  await page.goto("/consultation");
  return new URL(page.url()).pathname;
}

async function signIn(page: Page, role: Role, place: string): Promise<void> {
  const account = DEMONSTRATION_ACCOUNTS.find((each) => each.role === role && each.email.includes(place))!;
  await page.goto("/sign-in");
  const form = page.locator('form:has(input[name="email"]:not([type="hidden"]))');
  await form.locator('input[name="email"]').fill(account.email);
  await form.locator('input[name="password"]').fill(account.password);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const [baseURL = "http://localhost:3000"] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findOrInstallBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const { name, as, place = "", at } of PICTURES) {
  const context = await browser.newContext({
    baseURL,
    locale: "ja-JP",
    viewport: { width: 1100, height: 680 },
  });
  const page = await context.newPage();
  if (as) await signIn(page, as, place);
  await page.goto(typeof at === "string" ? at : await at(page), { waitUntil: "networkidle" });
  const devtools = await context.newCDPSession(page);
  for (const quality of [70, 50, 30]) {
    const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    if (picture.length > MOST_BYTES && quality > 30) continue;
    writeFileSync(join(FOLDER, `${name}.webp`), picture);
    process.stdout.write(`${name}.webp ${picture.length} bytes\n`);
    break;
  }
  await context.close();
}
await browser.close();
