import { GLOSSARY, type Term } from "./glossary.messages.ts";
import type { ModuleHelp, PageHelp } from "./help.schema.ts";

export type ShownHelp = Omit<PageHelp, "terms"> & Readonly<{ terms: readonly Term[] }>;

/** The help of a page, or of the nearest page above it. */
export function helpFor(all: ModuleHelp, pattern: string): ShownHelp | undefined {
  const parts = pattern.replace(/^\/|\/$/g, "").split("/");
  while (parts.length > 0) {
    const found = all[parts.join("/")];
    if (found) return { ...found, terms: termsOf(found.terms ?? []) };
    parts.pop();
  }
  return undefined;
}

export const termsOf = (names: readonly string[]): readonly Term[] =>
  GLOSSARY.filter(({ term }) => names.includes(term));
