import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** A holder whose key was destroyed on purpose, by its name (`person:…`), and when. */
export type ErasedHolder = Readonly<{ holder: string; at: string }>;

const LINE = /^(\S+Z) ((?:organisation|person|house):.+)$/;

/** Who is noted in a list of what was erased; nobody where there is none yet. */
export const readErased = (file: string): ErasedHolder[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line) => {
          const [, at, holder] = LINE.exec(line) ?? [];
          return at && holder ? [{ at, holder }] : [];
        })
    : [];

/** Adds those who are not in the list. Backups from before hold their keys: a restore destroys them again by it. */
export function noteErased(file: string, erased: readonly ErasedHolder[]): void {
  const noted = new Set(readErased(file).map(({ holder }) => holder));
  const lines = mergeErased(erased)
    .filter(({ holder }) => !noted.has(holder))
    .map(({ holder, at }) => `${at} ${holder}\n`);
  if (lines.length > 0) appendFileSync(file, lines.join(""), { mode: 0o600, flush: true });
}

/** Each holder once, by its first erasure. */
export function mergeErased(erased: readonly ErasedHolder[]): ErasedHolder[] {
  const first = new Map<string, ErasedHolder>();
  for (const one of erased) {
    const other = first.get(one.holder);
    if (!other || one.at < other.at) first.set(one.holder, one);
  }
  return [...first.values()];
}

let list: string | undefined;

/** Where this process notes what is erased; without it nothing is noted, as in tests. */
export function setErasedFile(file: string | undefined): void {
  list = file;
}

export const noteErasedHere = (erased: ErasedHolder): void => {
  if (list !== undefined) noteErased(list, [erased]);
};
