import { showInstantJa } from "#platform/kernel/instant.ts";
import { type Column, IGNORE, type Meaning } from "./columns.ts";
import type { Choices, ImportBatch, RejectedRow } from "./import.ts";
import { presentLayout, type Tone } from "./layout-present.ts";
import { mendedCells, mendingField } from "./mending.ts";
import { encodingLabel, SAME_FILE, STATE_LABEL, WITHDRAWN } from "./messages.ts";
import { answered, answerField, openQuestions } from "./questions.ts";
import { TRANSITIONS } from "./states.ts";

/** A meaning as the value of a form's choice. */
export const meaningValue = (meaning: Meaning): string => JSON.stringify(meaning);

export type MeaningOption = Readonly<{ value: string; label: string }>;

/** What a column may mean, where each means one thing. */
export const columnOptions = (columns: readonly Column[]): MeaningOption[] =>
  [{ key: IGNORE, header: "使わない" }, ...columns].map(({ key, header }) => ({
    value: meaningValue({ role: key }),
    label: header,
  }));

type View<M extends Meaning, C extends Choices> = Readonly<{
  batch: ImportBatch<M, C>;
  who: string;
  stateWho: string;
  rejected: readonly RejectedRow[];
  next: number | undefined;
  sameFile: Date | undefined;
  mappings: readonly string[];
}>;

/** What a module tells beside the choices of a column: the words of its meaning, and what it is coloured by. */
type Shown<M extends Meaning> = Readonly<{
  words?(meaning: M): string;
  tone?(meaning: M): Tone;
  /** What is left aside, in words. */
  apart?(kind: string): string;
}>;

/**
 * An import as its pages are given it, without the steps that its state allows and the day does not; by whose account
 * and within whose reach it was begun is not told.
 */
export function presentImport<M extends Meaning, C extends Choices>(
  { batch, who, stateWho, rejected, next, sameFile, mappings }: View<M, C>,
  optionsOf: (proposed: M) => readonly MeaningOption[],
  impossible: readonly string[] = [],
  { words, tone = toneOf, apart: apartLabel = (kind) => kind }: Shown<M> = {},
) {
  const { header, mapping, fileBytes, bytesRead } = batch;
  const { answers } = batch.choices;
  const label = (meaning: M) => {
    const own = words ? meaningValue({ role: meaning.role }) : meaningValue(meaning);
    const role = optionsOf(meaning).find(({ value }) => value === own)?.label ?? meaning.role;
    return [role, words?.(meaning)].filter(Boolean).join(" ");
  };
  const ignored = (at: number) => (mapping?.[at]?.role ?? IGNORE) === IGNORE;
  return {
    id: batch.id as string,
    fileName: batch.fileName,
    state: batch.state,
    stateLabel: STATE_LABEL[batch.state],
    when: showInstantJa(batch.createdAt),
    who,
    encoding: encodingLabel(batch.encoding),
    problem: batch.problem,
    note: sameFile && batch.state === "ready" ? SAME_FILE(showInstantJa(sameFile)) : null,
    withdrawn: batch.state === "withdrawn" ? WITHDRAWN(showInstantJa(batch.stateSince), stateWho) : null,
    steps: TRANSITIONS[batch.state].filter((step) => !impossible.includes(step)) as readonly string[],
    columns: batch.state === "matching" ? columnsOf(batch, optionsOf, words) : [],
    layout: batch.state === "matching" ? presentLayout(batch, { label, tone }) : null,
    mappings,
    unread: batch.state === "ready" ? (header ?? []).filter((_, at) => ignored(at)) : [],
    questions: openQuestions(batch.questions, answers).map(({ key, ask, places, examples, options }) => ({
      field: answerField(key),
      ask,
      places,
      examples,
      options,
    })),
    answered: answered(batch.questions, answers),
    apart: Object.entries(batch.apart).map(([kind, count]) => ({ label: apartLabel(kind), count })),
    counts: batch.counts,
    percent: fileBytes > 0 ? Math.min(100, Math.floor((bytesRead / fileBytes) * 100)) : 0,
    problems: problemsOf(batch, rejected),
    mended: mendedCells(header ?? [], batch.mended),
    next: next === undefined ? undefined : String(next),
  };
}

/** What is wrong with which row, and the field in which it is mended where that can be done here. */
function problemsOf({ state, header }: ImportBatch, rejected: readonly RejectedRow[]) {
  const given = new Set<string>();
  return rejected.flatMap((row) =>
    row.problems.map(({ column, value, mend }, index) => {
      const field = state === "ready" ? mendingField(row, column, header ?? []) : undefined;
      // Of two problems of one cell the first has the field.
      const first = field && !given.has(field.field) ? field : undefined;
      if (first) given.add(first.field);
      return { key: `${row.line} ${index}`, line: row.line, column, value, mend, field: first ?? null };
    }),
  );
}

const toneOf = ({ role }: Meaning): Tone => (role === IGNORE ? "none" : "other");

/** The columns of a file with what each may mean, and its first values. */
function columnsOf<M extends Meaning, C extends Choices>(
  { header, mapping, sample }: ImportBatch<M, C>,
  optionsOf: (proposed: M) => readonly MeaningOption[],
  words?: (meaning: M) => string,
) {
  return (header ?? []).map((name, index) => {
    const proposed = mapping?.[index] ?? ({ role: IGNORE } as M);
    return {
      name,
      index,
      meaning: meaningValue(words ? { role: proposed.role } : proposed),
      words: words?.(proposed),
      options: [...optionsOf(proposed)],
      sample: sample
        .map((row) => row[index] ?? "")
        .filter(Boolean)
        .slice(0, 3)
        .join("、"),
    };
  });
}

/** A line of the list of imports. */
export const presentListed = ({ batch, who }: Readonly<{ batch: ImportBatch; who: string }>) => ({
  id: batch.id as string,
  fileName: batch.fileName,
  state: STATE_LABEL[batch.state],
  counts: batch.counts,
  when: showInstantJa(batch.createdAt),
  who,
});
