import { loadSolver } from "@yui/healthstats";
import { expect, it } from "vitest";
import { makeEdition } from "#evidence/publication/public.ts";
import type { Answers, Question } from "../model/questionnaire.schema.ts";
import type { Survey } from "../model/survey.schema.ts";
import { columnsOf } from "./column.rules.ts";
import { type EditionFacts, tablesFor } from "./edition.rules.ts";
import { presentTable } from "./result.present.ts";

const choices = (...labels: string[]) => labels.map((ja, at) => ({ id: `c${at + 1}`, label: { ja } }));
const question = (id: string, kind: Question["kind"], more: Partial<Question>): Question => ({
  ...{ id, kind, block: "", text: { ja: id }, choices: [], rows: [] },
  ...more,
});

/** The tables of these answers as a page shows them, and the facts beside them. */
async function tablesOf(
  questions: Question[],
  tables: string[][],
  answers: readonly Answers[],
  {
    kind = "workplace" as Survey["kind"],
    clusterOf = (at: number) => at,
    strata = [] as { name: string; population: number; drawn: number }[],
    stratumOf = (_at: number): number => -1,
  } = {},
) {
  const survey = {
    ...{ id: "s", title: "見本", fiscalYear: 2026, kind, tables },
    sampling: strata.length > 0 ? { way: "stratified", seed: "1", size: answers.length, strata } : null,
    questionnaire: { questions },
  } as unknown as Survey;
  const rows = answers.map((one, at) => ({ answers: one, cluster: clusterOf(at), stratum: stratumOf(at) }));
  const columns = columnsOf(survey.questionnaire, rows);
  const { publication, counts, facts } = tablesFor(
    survey,
    new Map(columns.map((one) => [one.name, one.data])),
  );
  const period = { key: "2026", label: "2026年度" };
  const content = makeEdition(publication, period, counts, [], await loadSolver());
  const whole = { ...facts, answers: rows.length, population: null, rates: null, strata } as EditionFacts;
  return {
    facts,
    tables: content.tables.map((table) => presentTable(table, content, whole, false)),
  };
}
const some = (count: number, one: Answers) => Array.from({ length: count }, () => one);
const shares = (row: Awaited<ReturnType<typeof tablesOf>>["tables"][number]["rows"][number]) =>
  row.cells.map(({ share }) => share);

it("takes persons as the base of several choices: 250 boxes of 100 persons are no 250 of 250", async () => {
  const actions = question("actions", "multiple", { choices: choices("A", "B", "C", "なし") });
  const answers = [
    ...some(80, { actions: ["c1", "c2", "c3"] }),
    ...some(10, { actions: ["c1"] }),
    ...some(10, { actions: ["c4"] }),
    ...some(20, {}),
  ];
  const { tables, facts } = await tablesOf([actions], [["actions"]], answers);
  expect(facts.four.actions).toEqual({ shown: 120, answered: 100, blank: 20, notShown: 0 });
  expect(tables[0]).toMatchObject({ several: true, rows: [{ base: "100" }] });
  expect(shares(tables[0]!.rows[0]!)).toEqual(["90.0", "80.0", "80.0", "10.0"]);
});

it("counts whom a branch did not ask apart from who left it blank: shown to 60, 45 answered, base 45", async () => {
  const does = question("does", "single", { choices: choices("はい", "いいえ") });
  const what = question("what", "single", {
    choices: choices("A", "B"),
    only: { question: "does", choices: ["c1"] },
  });
  const answers = [
    ...some(25, { does: "c1", what: "c1" }),
    ...some(20, { does: "c1", what: "c2" }),
    ...some(15, { does: "c1" }),
    ...some(40, { does: "c2" }),
  ];
  const { tables, facts } = await tablesOf([does, what], [["what"]], answers);
  expect(facts.four.what).toEqual({ shown: 60, answered: 45, blank: 15, notShown: 40 });
  expect(tables[0]!.rows[0]!.base).toBe("45");
  expect(shares(tables[0]!.rows[0]!)).toEqual(["55.6", "44.4"]);
});

it("hides a group of two and one more, and shows a group of nobody no otherwise", async () => {
  const own = question("own", "single", { choices: choices("はい", "いいえ") });
  const sex = question("sex", "single", { choices: choices("男性", "女性", "その他", "無") });
  const of = (count: number, by: string, said: string) => some(count, { sex: by, own: said });
  const answers = [
    ...[...of(40, "c1", "c1"), ...of(30, "c1", "c2"), ...of(35, "c2", "c1"), ...of(25, "c2", "c2")],
    ...[...of(1, "c3", "c1"), ...of(1, "c3", "c2")],
  ];
  const { tables } = await tablesOf([own, sex], [["own", "sex"]], answers);
  const rows = new Map(tables[0]!.rows.map((row) => [row.label, row.cells.map(({ count }) => count)]));
  expect(rows.get("その他")).toEqual(["秘匿", "秘匿"]);
  expect(rows.get("無")).toEqual(rows.get("その他"));
  const others = [...(rows.get("男性") ?? []), ...(rows.get("女性") ?? [])];
  expect(others).toContain("秘匿");
  // Of what is hidden no share, base or interval is told either.
  const hidden = tables[0]!.rows.find(({ label }) => label === "その他")!;
  expect([hidden.base, ...hidden.cells.flatMap(({ share, interval }) => [share, interval])]).toEqual([
    "秘匿",
    ...["", "", "", ""],
  ]);
});

it("widens the interval of workers who sit in the same workplaces, and tells none of a single one", async () => {
  const own = question("own", "single", { choices: choices("はい", "いいえ") });
  // Twenty workplaces of ten: six of them all say yes, the others no.
  const answers = Array.from({ length: 200 }, (_, at) => ({ own: at < 60 ? "c1" : "c2" }));
  const alone = await tablesOf([own], [["own"]], answers, { kind: "worker" });
  const together = await tablesOf([own], [["own"]], answers, {
    kind: "worker",
    clusterOf: (at) => Math.floor(at / 10),
  });
  const one = await tablesOf([own], [["own"]], answers, { kind: "worker", clusterOf: () => 1 });
  const interval = (of: typeof one) => of.tables[0]!.rows[0]!.cells[0]!.interval;
  expect(interval(alone)).toBe("24.1～36.7");
  const [low, high] = interval(together).split("～").map(Number) as [number, number];
  expect(high - low).toBeGreaterThan(30);
  expect(interval(one)).toContain("事業所が2つ未満");
});

it("tells mean and median of numbers where ten and more were given", async () => {
  const rate = question("rate", "number", { decimals: 1 });
  const given = (count: number) => Array.from({ length: count }, (_, at) => ({ rate: at + 0.5 }));
  const { facts } = await tablesOf([rate], [], [...given(11), {}]);
  expect(facts.numbers.rate).toEqual({ count: 11, mean: 5.5, median: 5.5 });
  expect((await tablesOf([rate], [], given(9))).facts.numbers).toEqual({});
});

it("tells the share of all, weighted by the strata that were drawn, beside the raw one", async () => {
  const own = question("own", "single", { choices: choices("はい", "いいえ") });
  // Of 900 small ones 100 answered, half of them yes; of 100 large ones 100, a tenth of them yes.
  const answers = Array.from({ length: 200 }, (_, at) => ({ own: at < 50 || at >= 190 ? "c1" : "c2" }));
  const strata = [
    { name: "小", population: 900, drawn: 100 },
    { name: "大", population: 100, drawn: 100 },
  ];
  const { tables } = await tablesOf([own], [["own"]], answers, {
    strata,
    stratumOf: (at) => (at < 100 ? 0 : 1),
  });
  const table = tables.find(({ key }) => key === "own")!;
  expect(shares(table.rows[0]!)).toEqual(["30.0", "70.0"]);
  expect(table.weighted.map((text) => text.split("（")[0])).toEqual(["はい 46.0％", "いいえ 54.0％"]);
  const crossed = await tablesOf([own], [["own"]], answers, {
    strata,
    stratumOf: (at) => (at < 100 ? 1 : 0),
  });
  expect(crossed.tables[0]!.weighted[0]).toContain("14.0％");
});
