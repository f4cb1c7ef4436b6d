import { type ChiSquareTest, chiSquareIndependence, type Estimate, proportionWilson } from "@yui/healthstats";
import type { Source } from "../agreements/provider-agreement.rules.ts";
import { AXIS, SOURCE_LABELS } from "../editions/checkup-edition.messages.ts";
import type { PublicEdition, SourceEdition } from "../editions/source-edition.queries.server.ts";
import { QUESTION_REFUSED as REFUSED } from "./checkup-question.messages.ts";
import type { CheckupQuestion, Dimension } from "./checkup-question.schema.ts";

type PublicTable = PublicEdition["tables"][number];

/** Persons of a group: null where the edition hides what would be needed. */
export type AnswerRow = Readonly<{
  source: Source;
  /** By the question's groupings. */
  labels: readonly string[];
  examined: number | null;
  found: number | null;
  share: Estimate | null;
}>;
export type SourceTest = Readonly<{ source: Source; test: ChiSquareTest | null }>;
export type Answer = Readonly<{
  heads: readonly string[];
  rows: readonly AnswerRow[];
  /** Whether the groups of a source differ by more than chance, where all of them are shown. */
  tests: readonly SourceTest[];
  /** Why a source has no rows. */
  refused: readonly Readonly<{ source: Source; reason: string }>[];
}>;

/**
 * Answers a question by adding up cells of the editions that anybody can read, each source from its own. So no series of
 * questions tells more than they do. What it does not lay out is refused with the reason; sources stand side by side and are never added.
 */
export function answerQuestion(editions: readonly SourceEdition[], question: CheckupQuestion): Answer {
  const rows: AnswerRow[] = [];
  const tests: SourceTest[] = [];
  const refused: { source: Source; reason: string }[] = [];
  for (const { source, edition } of editions) {
    if (question.source !== "all" && question.source !== source) continue;
    const table = tableFor(edition, source, question);
    if (typeof table === "string") {
      refused.push({ source, reason: table });
      continue;
    }
    const own = rowsOf(table, source, question);
    rows.push(...own);
    tests.push({ source, test: testOf(own) });
  }
  return { heads: [...question.groups].map((group) => HEAD[group]), rows, tests, refused };
}

const HEAD: Readonly<Record<Dimension, string>> = {
  sex: AXIS.sex,
  age: AXIS.age,
  stage: AXIS.stage,
  municipality: AXIS.town,
  size: AXIS.size,
};

/** The table that has all dimensions of the question, or why there is none. */
function tableFor(
  { tables }: PublicEdition,
  source: Source,
  question: CheckupQuestion,
): PublicTable | string {
  const wanted = new Set<Dimension>(question.groups);
  if (question.sex) wanted.add("sex");
  if (question.ages.length > 0) wanted.add("age");
  const found = tables.find(({ axes }) => [...wanted].every((one) => axes.some(({ name }) => name === one)));
  if (found) return found;
  const lacking = [...wanted].filter(
    (one) => !tables.some(({ axes }) => axes.some(({ name }) => name === one)),
  );
  return lacking.length > 0
    ? REFUSED.lacking(
        SOURCE_LABELS[source],
        lacking.map((one) => HEAD[one]),
      )
    : REFUSED.together([...wanted].map((one) => HEAD[one]));
}

type At = Readonly<Record<string, string | null>>;

function rowsOf(table: PublicTable, source: Source, question: CheckupQuestion): AnswerRow[] {
  const cells = new Map(
    table.cells.map(({ at, value, status }) => [keyOf(at), status === "no-data" ? 0 : value]),
  );
  const axisOf = (name: string) => table.axes.find((axis) => axis.name === name)!;
  const wantedOf = (name: Dimension): readonly string[] => {
    const all = axisOf(name).categories.map(({ key }) => key);
    if (name === "sex" && question.sex) return [question.sex];
    if (name === "age" && question.ages.length > 0) return all.filter((key) => question.ages.includes(key));
    return all;
  };
  const places = question.groups.reduce<Readonly<Record<string, string>>[]>(
    (before, group) => before.flatMap((at) => wantedOf(group).map((key) => ({ ...at, [group]: key }))),
    [{}],
  );
  /** The cells whose sum is the group: a total of the table where it is one, else its categories. */
  const partsOf = (at: Readonly<Record<string, string>>): At[] =>
    table.axes.reduce<At[]>(
      (parts, { name }) => {
        if (name === "finding") return parts;
        if (at[name] !== undefined) return parts.map((part) => ({ ...part, [name]: at[name]! }));
        const filtered =
          (name === "sex" && question.sex) || (name === "age" && question.ages.length > 0)
            ? wantedOf(name as Dimension)
            : [null];
        return parts.flatMap((part) => filtered.map((key) => ({ ...part, [name]: key })));
      },
      [{}],
    );
  const sumOf = (parts: readonly At[], finding: string | null): number | null =>
    parts.reduce<number | null>((sum, part) => {
      const value = cells.get(keyOf({ ...part, finding })) ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0);
  return places.flatMap((at) => {
    const parts = partsOf(at);
    const [examined, found] = [sumOf(parts, null), sumOf(parts, "found")];
    // Of a group in which nobody was examined there is nothing to say.
    if (examined === 0) return [];
    const row = {
      source,
      labels: question.groups.map(
        (group) => axisOf(group).categories.find(({ key }) => key === at[group])!.label,
      ),
      examined,
      found,
      share:
        examined === null || found === null ? null : proportionWilson(found, examined, { multiplier: 100 }),
    };
    return [row];
  });
}

const keyOf = (at: At): string =>
  Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name] ?? ""}`)
    .join("&");

function testOf(rows: readonly AnswerRow[]): ChiSquareTest | null {
  const known = rows.flatMap(({ found, examined }) =>
    found === null || examined === null ? [] : [[found, examined - found]],
  );
  if (known.length < 2 || known.length < rows.length) return null;
  const [found, none] = [0, 1].map((at) => known.reduce((sum, row) => sum + row[at]!, 0));
  return found === 0 || none === 0 ? null : chiSquareIndependence(known);
}
