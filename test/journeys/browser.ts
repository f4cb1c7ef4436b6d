import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Role } from "#foundation/actors/public.ts";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { aheadMs, moveDate } from "../clock.ts";

const ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Nothing but the app can be reached, whatever a page or the browser itself asks for.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A browser for one file of journeys. `person()` opens a fresh browser profile, as of somebody who never came before. */
export type Journeys = Readonly<{ person(options?: BrowserContextOptions): Promise<Page> }>;

/**
 * Call it at the top of a journey's file. After each journey it asserts that no request left the origin and that no
 * page broke its content security policy or threw.
 */
export function journeys(): Journeys {
  let browser: Browser;
  let open: { context: BrowserContext; complaints: string[] }[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH!, args: ARGUMENTS });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const complaints = open.flatMap((each) => each.complaints);
    await Promise.all(open.map((each) => each.context.close()));
    open = [];
    expect(complaints).toEqual([]);
  });

  return {
    async person(options = {}) {
      const context = await browser.newContext({
        baseURL: inject("origin"),
        locale: "ja-JP",
        timezoneId: "Asia/Tokyo",
        viewport: DESKTOP,
        ...options,
      });
      await context.addInitScript(moveDate, aheadMs());
      const complaints: string[] = [];
      open.push({ context, complaints });
      watch(context, complaints);
      return context.newPage();
    },
  };
}

function watch(context: BrowserContext, complaints: string[]): void {
  const { origin } = new URL(inject("origin"));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin)
      complaints.push(`a request left the origin: ${url}`);
  });
  context.on("weberror", (error) => complaints.push(`a page threw: ${error.error().message}`));
  context.on("console", (message) => {
    if (/Content Security Policy|hydrat/i.test(message.text())) complaints.push(message.text());
  });
}

/** Goes to a page and looks at it as `inspect` does. */
export async function visit(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path, { waitUntil: "load" });
  await inspect(page);
  return response!;
}

/** Signs in with the account to try of that role (and place), and waits for the page that follows. */
export async function signInAs(page: Page, role: Role, next = "/", place = ""): Promise<void> {
  const account = DEMONSTRATION_ACCOUNTS.find((each) => each.role === role && each.email.includes(place));
  if (!account) throw new Error(`no account to try has the role ${role}`);
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  // Each account of the list below has a form of its own, with hidden fields.
  const form = page.locator('form:has(input[name="email"]:not([type="hidden"]))');
  await form.locator('input[name="email"]').fill(account.email);
  await form.locator('input[name="password"]').fill(account.password);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Signs out by the shell's own form. */
export async function signOut(page: Page): Promise<void> {
  const form = page.locator('form[action="/sign-out"]').first();
  // The form may stand in a menu that is closed: press its button where it stands.
  await form.locator("button").dispatchEvent("click");
  await page.waitForURL((url) => url.pathname === "/");
}

/** Asserts that axe finds nothing on the page as it stands now. Call it after a step that changed what is shown. */
export async function inspect(page: Page): Promise<void> {
  // Our pages hold no frames, so what is found needs no tab of its own to be put together; nor is all that is well
  // described: a look takes a third of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}
