import type { PageGuards } from "#foundation/authority/testing.ts";

const kits = import.meta.glob<{ pages?: PageGuards }>("../../../src/*/*/testing.ts", { eager: true });

/** What each page of the app is about, as the modules say; the first page and that of today are the shell's. */
export const PAGES: PageGuards = Object.assign(
  { "": "open", today: "open", calendar: "open", find: "open", "about/:page": "open", "*": "open" },
  ...Object.values(kits).map((kit) => kit.pages),
);

/** The use-case that must grant an address; a file without a line of its own goes with the page of its name. */
export const guardOf = (path: string): string | undefined =>
  PAGES[path] ?? PAGES[path.replace(/\.(csv|xlsx)$/, "")];

/** A word of an address that no example's target holds. */
export const WORDS: Readonly<Record<string, string>> = {
  dataset: "resources",
  indicator: "obesity_rate",
  "method?": "",
  "part?": "",
  theme: "lifestyle",
  module: "support",
  format: "csv",
  page: "privacy",
  entry: "0198f2a0-0000-7000-8000-0000000000ee",
  item: "sbp",
  paper: "a4",
  id: "0198f2a0-0000-7000-8000-0000000000ee",
  "*": "nothing",
};

/** The type of what a link of that purpose leads to. */
export const LINKED: Readonly<Record<string, string>> = {
  invitation: "invitation",
  "member-link": "meeting",
  receipt: "request",
  answer: "request",
  again: "request",
  feed: "organisation",
  directory: "resource",
  "event-door": "event",
  "material-order": "material-order",
  "news-confirm": "news-reader",
  "news-leave": "news-reader",
};
