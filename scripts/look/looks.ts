import type { Browser, BrowserContext, Page } from "playwright-core";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { type Look, linksIn, PAGES, walk } from "./addresses.ts";
import { prepareSecretariat, prepareVisitor, prepareWorkplace } from "./deeds.ts";

type Account = (typeof DEMONSTRATION_ACCOUNTS)[number];
/** Everybody to try, and last a visitor, who opens by their letters what those found. */
const PEOPLE: readonly (Account | undefined)[] = [...DEMONSTRATION_ACCOUNTS, undefined];
const SECRETARIAT = DEMONSTRATION_ACCOUNTS[0]!.name;
const WORKPLACE = DEMONSTRATION_ACCOUNTS.find(({ role }) => role === "workplace")!.name;
/** What shows no page, but leads to one. */
const LEADS_ON = ["/find", "/sign-out", "/areas/:area/requests/letters"];
const STARTS = [
  "/",
  "/today",
  "/calendar",
  "/sign-in",
  "/lock",
  "/account",
  "/outbox",
  "/councils",
  "/no-such-page",
  // Linked from a request alone, once its visit took place; and where a form waits that nobody left.
  "/areas/hamada/consultations",
  "/resume/none",
  // Printed on the slip of a worker.
  "/stress",
];

type Options = Readonly<{
  origin: string;
  /** Each page as everybody who can open it, not only as the first. */
  each?: boolean | undefined;
  /** How the declared addresses of the wanted pages begin. */
  only?: string | undefined;
  take(page: Page, look: Look, who: string): Promise<void>;
}>;

/** Walks through a demonstration as everybody, and takes each page and state; gives the pages that nobody reached. */
export async function takeAll(
  browser: Browser,
  { origin, each = false, only = "", take }: Options,
): Promise<string[]> {
  const reached = new Set<string>();
  const secrets = new Set<string>();
  const taken = new Set<string>();
  const first = await arrive(browser, origin, undefined);
  for (const receipt of await prepareVisitor(first)) secrets.add(receipt);
  await first.close();
  for (const account of PEOPLE) {
    const who = account?.name ?? "visitor";
    const context = await arrive(browser, origin, account);
    const came = [
      ...(who === SECRETARIAT ? await prepareSecretariat(context) : []),
      ...(who === WORKPLACE ? await prepareWorkplace(context) : []),
    ];
    const looks = await walk([...STARTS, ...came, ...(account ? [] : secrets)], async (address) => {
      const html = await read(context, address);
      for (const to of linksIn(html ?? "")) if (/\/[\w-]{43}$/.test(to)) secrets.add(to);
      return html;
    });
    for (const { page } of looks) reached.add(page);
    const tab = await context.newPage();
    for (const look of looks) {
      const { page, address } = look;
      const state = `${page} ${[...new URL(address, origin).searchParams.keys()].sort()}`;
      if (!page.slice(1).startsWith(only) || (taken.has(state) && !each)) continue;
      taken.add(state);
      await take(tab, look, who);
    }
    await context.close();
  }
  return PAGES.filter((page) => !reached.has(page) && !LEADS_ON.includes(page));
}

async function read(context: BrowserContext, address: string): Promise<string | undefined> {
  const answer = await context.request.get(address, { maxRedirects: 0 });
  // A page that says that there is nothing is one, too.
  const isPage = answer.ok() || answer.status() === 404;
  return isPage && answer.headers()["content-type"]?.startsWith("text/html") ? answer.text() : undefined;
}

/** A fresh profile of a browser, signed in. */
async function arrive(
  browser: Browser,
  baseURL: string,
  account: Account | undefined,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, locale: "ja-JP", timezoneId: "Asia/Tokyo" });
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
