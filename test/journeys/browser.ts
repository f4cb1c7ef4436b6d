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

/** Asserts that axe finds nothing on the page as it stands now. Call it after a step that changed what is shown. */
export async function inspect(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}
