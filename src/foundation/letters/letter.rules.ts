import type { Letter, LetterLanguage, LetterSet, LetterText, LetterValues } from "./letter.schema.ts";

const NAME = /\{([a-z_]+)\}/g;

export const lettersOf = ({ readers }: LetterSet): [string, Letter][] =>
  readers.flatMap(({ letters }) => Object.entries(letters) as [string, Letter][]);

export const letterOf = (set: LetterSet, key: string): Letter | undefined =>
  lettersOf(set).find(([one]) => one === key)?.[1];

/** The language in which the letter can be written for who reads that one. */
export const languageFor = (letter: Letter, language: LetterLanguage): LetterLanguage =>
  letter[language] ? language : "ja";

const namesIn = ({ subject, body }: LetterText) =>
  [...`${subject}\n${body}`.matchAll(NAME)].map((match) => match[1]!);

/** What may stand in braces in a letter: another letter's day or deadline would leave a gap. */
export const placeholdersOf = (set: LetterSet, letter: Letter): readonly string[] => [
  ...new Set([...set.everywhere, ...namesIn(letter.ja)]),
];

/** The values that the letter may hold, and no other. */
export const allowedIn = (set: LetterSet, letter: Letter, values: LetterValues): LetterValues =>
  Object.fromEntries(
    placeholdersOf(set, letter).flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * The text with its values. A placeholder without one stays empty, so that no brace reaches a reader; where there is none
 * (an empty value) the line of the body that says it goes.
 */
export function filled({ subject, body }: LetterText, values: LetterValues): LetterText {
  const fill = (part: string) => part.replace(NAME, (_, name: string) => values[name] ?? "");
  const kept = body.split("\n").filter((line) => {
    const names = [...line.matchAll(NAME)].map((match) => match[1]!);
    return names.length === 0 || names.some((name) => values[name] !== "");
  });
  return { subject: fill(subject).replace(/[\r\n]+/g, " "), body: fill(kept.join("\n")) };
}

/** What a text looks like, filled with the examples. */
export const previewOf = (set: LetterSet, text: LetterText, language: LetterLanguage): LetterText =>
  filled(
    text,
    Object.fromEntries(
      Object.entries(set.placeholders).map(([name, example]) => [name, example[language] ?? example.ja]),
    ),
  );

/** The first thing in braces that the letter can't fill, or a brace that stands alone. */
export function misplaced(set: LetterSet, letter: Letter, text: string): string | undefined {
  const known = placeholdersOf(set, letter);
  const rest = text.replace(NAME, (whole, name: string) => (known.includes(name) ? "" : whole));
  return /[{｛][^{}｛｝\n]{0,40}[}｝]/.exec(rest)?.[0] ?? /[{}｛｝]/.exec(rest)?.[0];
}

/** Whether the link that the shipped text gives is missing. */
export const lacksLink = (letter: Letter, { body }: LetterText): boolean =>
  letter.ja.body.includes("{link}") && !body.includes("{link}");
