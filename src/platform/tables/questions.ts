import type { Problem } from "./import.ts";
import { keep } from "./text.ts";

/** What a file leaves open, asked once for all of it; the rows are read anew by the answer. */
export type Question = Readonly<{
  /** The same in each reading of the file. */
  key: string;
  ask: string;
  /** How many places of the file it is about, and some of them. */
  places: number;
  examples: readonly (Omit<Problem, "mend"> & Readonly<{ line: number }>)[];
  options: readonly Readonly<{ value: string; label: string }>[];
}>;
/** Values of options by key of question; they stand with the other choices of an import. */
export type Answers = Readonly<Record<string, string>>;

export const answerField = (key: string): string => `answer-${key}`;

/** The answers of a form, by the names of its fields. */
export const answersOf = (form: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(
    Object.entries(form).flatMap(([field, value]) =>
      field.startsWith(answerField("")) && typeof value === "string" && value !== ""
        ? [[field.slice(answerField("").length), value]]
        : [],
    ),
  );

/** Questions without an answer: nothing is taken in while there is one. */
export const openQuestions = (questions: readonly Question[], answers: Answers = {}): Question[] =>
  questions.filter(({ key, options }) => !options.some(({ value }) => value === answers[key]));

/** What was answered, in words, to be shown beside what came of it. */
export const answered = (questions: readonly Question[], answers: Answers = {}) =>
  questions.flatMap(({ key, ask, options }) => {
    const chosen = options.find(({ value }) => value === answers[key]);
    return chosen ? [{ key, ask, answer: chosen.label }] : [];
  });

const EXAMPLES_KEPT = 5;

/** Notes what a reading leaves open: how often, and the first places. */
export class OpenPlaces {
  readonly #noted = new Map<string, { places: number; examples: Question["examples"][number][] }>();

  note(key: string, line: number, column: string, value: string): void {
    const held = this.#noted.get(key) ?? { places: 0, examples: [] };
    held.places += 1;
    if (held.examples.length < EXAMPLES_KEPT)
      held.examples.push({ line, column, value: keep(value).replaceAll("\0", "").slice(0, 100) });
    this.#noted.set(key, held);
  }

  /** The question of that key, where something was noted. */
  ask(key: string, words: Pick<Question, "ask" | "options">): Question[] {
    const held = this.#noted.get(key);
    return held ? [{ key, ...words, ...held }] : [];
  }
}

/** Rows that are no fault and left aside, by kind. */
export type Apart = Readonly<Record<string, number>>;

export class Aside {
  readonly counts: Record<string, number> = {};
  add(kind: string, rows = 1): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + rows;
  }
}
