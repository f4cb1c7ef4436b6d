import { keep, readKept } from "./storage.ts";

const KEY = "yui-scrolled";

/** A link of a question or of a table's head asks for the same page again: the person stays where they were on it. */
export const keepScroll = (link: HTMLAnchorElement): void =>
  keep(KEY, JSON.stringify({ path: link.pathname, top: window.scrollY }));

export function restoreScroll(): void {
  const kept = readKept(KEY);
  if (!kept) return;
  keep(KEY, undefined);
  const { path, top } = JSON.parse(kept) as { path: string; top: number };
  if (path === location.pathname) window.scrollTo(0, top);
}
