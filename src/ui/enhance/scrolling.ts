import { inTab } from "./storage.ts";

const KEY = "yui-scrolled";

/** A link of a question or of a table's head asks for the same page again: the person stays where they were on it. */
export const keepScroll = (link: HTMLAnchorElement): void =>
  inTab.keep(KEY, JSON.stringify({ path: link.pathname, top: window.scrollY }));

export function restoreScroll(): void {
  const kept = inTab.read(KEY);
  if (!kept) return;
  inTab.keep(KEY, undefined);
  const { path, top } = JSON.parse(kept) as { path: string; top: number };
  if (path === location.pathname) window.scrollTo(0, top);
}
