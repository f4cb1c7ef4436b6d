import type { RouteConfigEntry } from "@react-router/dev/routes";
import { matchRoutes } from "react-router";
import routes from "../../src/routes.ts";

/** The declared addresses: of pages, which are looked at, and of files beside them. */
type Declared = Readonly<{ path: string; page: boolean }>;

const flat = (entries: readonly RouteConfigEntry[], above = "", page = false): Declared[] =>
  entries.flatMap(({ path = "", children }) => {
    const whole = `${above}/${path}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    return children ? flat(children, whole, true) : [{ path: whole, page }];
  });
const DECLARED = flat(routes);

/** Every page of the app, by its declared address. */
export const PAGES: readonly string[] = DECLARED.filter(({ page }) => page).map(({ path }) => path);

/** The page that an address leads to; none where it is a file's or no address of ours. */
export function pageAt(pathname: string): string | undefined {
  const found = matchRoutes(
    DECLARED.map(({ path, page }) => ({ path, handle: page })),
    pathname,
  )?.at(-1)?.route;
  return found?.handle ? found.path : undefined;
}

const LINK = /href="(\/[^"#]*)/g;
/** What letters hold of secret links. */
const SECRET = /\/(?:a|r|meeting|invitation|sign-in\/reset)\/[\w-]{43}(?![\w-])/g;

/** The addresses that a page leads to, those in the texts of letters too. */
export const linksIn = (html: string): string[] => [
  ...[...html.matchAll(LINK)].map(([, to]) => to!.replaceAll("&amp;", "&")),
  ...(html.match(SECRET) ?? []),
];

/** A look at a page: where, and by which words of the address it differs from the page itself. */
export type Look = Readonly<{ page: string; address: string }>;

/** So many states of one page are looked at: those whose addresses say different words. */
const MOST_STATES = 4;
/** So many rows of one page are opened to find what only some of them lead to. */
const MOST_ROWS = 3;

/**
 * Walks from page to page by their links, as who `read` is signed in: gives one address of each page that can be
 * reached, and of its states. Nothing is pressed.
 */
export async function walk(
  starts: readonly string[],
  read: (address: string) => Promise<string | undefined>,
): Promise<Look[]> {
  const looks = new Map<string, Look>();
  const opened = new Map<string, Set<string>>();
  const left = [...starts];
  const seen = new Set(left);
  for (let address = left.shift(); address !== undefined; address = left.shift()) {
    const url = new URL(address, "http://here");
    const page = pageAt(url.pathname);
    if (!page) continue;
    const rows = opened.get(page) ?? opened.set(page, new Set()).get(page)!;
    const words = [...url.searchParams].map(
      ([name, value]) => `${name}=${/^[a-z]+$/.test(value) ? value : "…"}`,
    );
    const state = `${page}?${words.sort().join("&")}`;
    const states = [...looks.keys()].filter((key) => key.startsWith(`${page}?`)).length;
    const isNew = !looks.has(state) && states < MOST_STATES;
    if (!isNew && (rows.has(url.pathname) || rows.size >= MOST_ROWS)) continue;
    const html = await read(address);
    rows.add(url.pathname);
    if (html === undefined) continue;
    if (isNew) looks.set(state, { page, address });
    for (const to of linksIn(html)) {
      if (seen.has(to)) continue;
      seen.add(to);
      left.push(to);
    }
  }
  return [...looks.values()];
}
