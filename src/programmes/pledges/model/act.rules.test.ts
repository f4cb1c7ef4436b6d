import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { addressOf, nextOf, progressOf, questionsFor, scoreOf, spreadOf, toDoOf } from "./act.rules.ts";
import type { AskedQuestion, Facts } from "./act.schema.ts";
import { TIERS } from "./act-lists.schema.ts";
import { BANK, type Question } from "./bank.schema.ts";

const facts = (change: Partial<Facts> = {}): Facts => ({
  ...{ workers: 12, industry: "ceramics", canteen: false, hired: false, leads: false, body: "" },
  ...change,
});
const asked = (...applies: boolean[]): AskedQuestion[] =>
  applies.map((one, index) => ({
    ...{ key: `q${index}`, tier: "workplace", act: "x", ja: "", en: "", next: { kind: "own" }, applies: one },
  }));
const said = (answers: Record<string, "yes" | "partly" | "no">) =>
  Object.fromEntries(Object.entries(answers).map(([key, one]) => [key, { said: one, on: "2026-11-30" }]));
const keysFor = (tier: Question["tier"], known: Facts) =>
  questionsFor(BANK.questions, tier, known)
    .filter(({ applies }) => applies)
    .map(({ key }) => key);

it("asks about every act that the source lists for its four tiers", () => {
  const source: { id: string; tier: string }[] = parse(
    readFileSync("reference/pledges/acts_of_the_source.csv", "utf8"),
    { columns: true, comment: "#" },
  );
  expect(source).toHaveLength(21);
  for (const { id, tier } of source) {
    const own = BANK.questions.filter((one) => one.act === id);
    expect(own.length, id).toBeGreaterThan(0);
    expect(new Set(own.map((one) => one.tier)), id).toEqual(new Set([tier]));
  }
  for (const word of [
    "メニュー",
    "表示",
    "あいさつ",
    "残業しない日",
    "休暇",
    "ワーク・ライフ・バランス",
    "チーム",
    "担当者",
  ])
    expect(
      BANK.questions.some(({ ja }) => ja.includes(word)),
      word,
    ).toBe(true);
});

it("says each question also as something to do, and an area's own by its ending", () => {
  for (const one of BANK.questions) {
    expect(toDoOf(one, [], "ja"), one.key).not.toMatch(/(ています|ました|ます|あります)$/);
    expect(toDoOf(one, [], "en"), one.key).not.toBe(one.en);
  }
  const { toDo: _, ...before } = BANK.questions.find(({ key }) => key === "smoking")!;
  expect(toDoOf(before, BANK.questions, "ja")).toBe("受動喫煙を防ぐ対策をする");
  const own = { key: "own-1", ja: "毎朝、体操をしています", en: "We do exercises" };
  expect([toDoOf(own, [], "ja"), toDoOf(own, [], "en")]).toEqual(["毎朝、体操をする", "We do exercises"]);
});

it("has one next step for each question, in words of both languages, and short enough for five minutes", () => {
  for (const tier of TIERS)
    expect(keysFor(tier, facts({ canteen: true, hired: true, leads: true })).length).toBeLessThan(25);
  for (const { key, ja, en, next } of BANK.questions) {
    expect([ja.length > 0, en.length > 0], key).toEqual([true, true]);
    const filled = { slug: "hamada", key: null, workers: 12, addresses: BANK.addresses };
    const leads = addressOf(next, filled) !== undefined || next.kind === "own" || next.kind === "duty";
    expect(leads, key).toBe(true);
    if (next.kind === "duty") expect(next.law && (next.since ?? next.due), key).toBeTruthy();
  }
});

it.each([
  [facts({ workers: 1 }), "greetings", false],
  [facts({ workers: 2 }), "greetings", true],
  [facts(), "canteen-menu", false],
  [facts({ canteen: true }), "canteen-menu", true],
  [facts({ workers: 9 }), "promoter", false],
  [facts({ workers: 10 }), "promoter", true],
  [facts({ workers: 49 }), "stress-check-small", true],
  [facts({ workers: 50 }), "stress-check-small", false],
  [facts({ workers: 50 }), "stress-check-large", true],
  [facts({ industry: "services" }), "heat", false],
])("lets a rule say whether a question applies: %o %s", (known, key, expected) => {
  expect(keysFor("workplace", known).includes(key)).toBe(expected);
});

it("puts first what fits the trade, and what does not apply last", () => {
  const keys = questionsFor(BANK.questions, "workplace", facts());
  expect(keys.slice(0, 2).map(({ key }) => key)).toEqual(["heat", "back-pain"]);
  expect(keys.at(-1)?.applies).toBe(false);
});

it.each([
  [
    "3 of 10 do not apply: 7 is the base",
    asked(...[1, 1, 1, 1, 1, 1, 1, 0, 0, 0].map(Boolean)),
    { q0: "yes" },
    { met: 2, base: 14 },
  ],
  ["partly is half", asked(true, true), { q0: "partly", q1: "no" }, { met: 1, base: 4 }],
  [
    "what does not apply counts for nothing",
    asked(true, false),
    { q0: "no", q1: "yes" },
    { met: 0, base: 2 },
  ],
  ["nothing applies: no score", asked(false), { q0: "yes" }, null],
] as const)("counts: %s", (_, questions, answers, expected) => {
  expect(scoreOf(questions, said(answers))).toEqual(expected);
});

it.each([
  [{ met: 0, base: 10 }, { met: 5, base: 10 }, 0.5],
  [{ met: 5, base: 10 }, { met: 10, base: 10 }, 1],
  [{ met: 10, base: 10 }, { met: 10, base: 10 }, 1],
  [{ met: 5, base: 10 }, { met: 4, base: 10 }, -0.2],
])("tells the progress from the first check: %o to %o", (first, now, expected) => {
  expect(progressOf(first, now)).toBeCloseTo(expected);
});

it("leads to no module that is not there", () => {
  const device = { kind: "device", wish: "塩分計を借りたい", topic: "nutrition" } as const;
  expect(nextOf(device, () => true)).toBe(device);
  expect(nextOf(device, (kind) => kind !== "device")).toEqual({
    ...{ kind: "request", need: "talk", wish: "塩分計を借りたい", topic: "nutrition" },
  });
  expect(nextOf({ kind: "event" }, () => false)).toEqual({ kind: "own" });
});

it("fills a request in with theme, size, and the key that makes it once", () => {
  const next = BANK.questions.find(({ key }) => key === "smoking")!.next;
  const to = addressOf(next, { slug: "hamada", key: "k", workers: 12, addresses: {} })!;
  const query = new URL(to, "http://localhost").searchParams;
  expect(Object.fromEntries(query)).toMatchObject({ need: "talk", topics: "smoking", size: "12", once: "k" });
});

it("shows how those who answer together differ, never an average", () => {
  const said = (...answers: ("yes" | "no")[]) => spreadOf([{}, ...answers.map((a) => ({ a }))], "a");
  expect(said("yes", "no", "yes")).toEqual({ yes: 2, partly: 0, no: 1, agreed: false });
  expect(said("yes", "yes", "yes")?.agreed).toBe(true);
});

it("shows no spread of fewer than three, who would know each other's answer", () => {
  expect(spreadOf([{ a: "yes" }, { a: "no" }, {}], "a")).toBeNull();
  expect(spreadOf([], "a")).toBeNull();
});
