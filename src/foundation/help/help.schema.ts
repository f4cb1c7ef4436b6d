/** What somebody new wants to know of a page: what it is for, how its work is done, and the words that it uses. */
export type PageHelp = Readonly<{
  about: string;
  /** Three at most. */
  steps: readonly string[];
  /** Words that the glossary of the product explains (`glossary.messages.ts`). */
  terms?: readonly string[];
}>;

/** By the pattern of the page's address. It holds for the pages beneath it too, until one has its own. */
export type ModuleHelp = Readonly<Record<string, PageHelp>>;
