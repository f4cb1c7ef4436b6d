import { expect, it } from "vitest";
import {
  goingOn,
  isBarred,
  isFull,
  judge,
  linesOf,
  mirrorOf,
  rank,
  realRate,
  sizeClassOf,
  standingOf,
  toAnswerAgain,
} from "./award.rules.ts";
import type { Criterion, Scheme } from "./scheme.schema.ts";
import { MIRROR, SCHEMES } from "./scheme.schema.ts";

const criterion = (key: string, weight: number, change: Partial<Criterion> = {}): Criterion => ({
  ...{ key, group: "points", kind: "point", ja: key, evidence: "claim", weight, next: "" },
  ...change,
});
type Small = Pick<Scheme, "criteria" | "groups" | "leastShare">;
const scheme = (criteria: Criterion[], change: Partial<Small> = {}): Small => ({
  ...{ criteria, groups: [{ key: "points", name: "", least: 0 }], leastShare: null },
  ...change,
});
const says = (...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { said: true, evidence: "claim" as const }]));
const decide = (
  one: Small,
  given: Record<string, { said: boolean; evidence: "claim" | "visit" | "document" | "fact" }>,
  applicant = { workers: 12, canteen: false },
  gone: string[] = [],
) =>
  judge(
    one,
    linesOf(
      one,
      applicant,
      given,
      gone.map((key) => ({ key, reason: "" })),
    ),
  );

it("lowers the most that can be reached by what does not apply: 5 of 7 are 71 %, not 50 %", () => {
  const four = scheme([
    criterion("a", 3),
    criterion("b", 3, { when: { canteen: true } }),
    criterion("c", 2),
    criterion("d", 2),
  ]);
  expect(decide(four, says("a", "c"))).toMatchObject({ met: 5, most: 7, share: 71 });
});

it("can't judge where nothing applies: no score, and never all", () => {
  const none = scheme([criterion("a", 3, { when: { least: 50 } })]);
  expect(decide(none, says("a"))).toEqual({
    judgeable: false,
    qualified: false,
    share: null,
    met: 0,
    most: 0,
    against: [],
  });
});

it("counts a criterion that was withdrawn for nobody", () => {
  const two = scheme([criterion("a", 3, { kind: "must" }), criterion("b", 1)]);
  expect(decide(two, says("b"))).toMatchObject({ qualified: false, against: ["a"] });
  expect(decide(two, says("b"), undefined, ["a"])).toMatchObject({ qualified: true, share: 100 });
});

it.each([
  ["claim", "claim", true],
  ["visit", "claim", false],
  ["visit", "document", true],
  ["document", "visit", false],
  ["document", "fact", true],
  ["fact", "document", false],
] as const)("accepts for %s no less: %s → %s", (least, given, met) => {
  const one = scheme([criterion("a", 1, { evidence: least })]);
  const [line] = linesOf(one, { workers: 5, canteen: false }, { a: { said: true, evidence: given } });
  expect(line).toMatchObject({ met, weak: !met });
});

it("asks so many of a group, of those that apply", () => {
  const group = (least: number) =>
    scheme(
      ["a", "b", "c"].map((key) =>
        criterion(key, 1, { kind: "choice", group: "do", ...(key === "c" ? { when: { least: 50 } } : {}) }),
      ),
      { groups: [{ key: "do", name: "", least }] },
    );
  expect(decide(group(2), says("a")).against).toEqual(["do"]);
  expect(decide(group(2), says("a", "b")).qualified).toBe(true);
  expect(decide(group(3), says("a", "b")).qualified).toBe(true);
});

it("lets a shop of four reach the same level as a firm of 400, in a size class of its own", () => {
  const award = SCHEMES.find(({ key }) => key === "centre-award")!;
  const given = Object.fromEntries(
    award.criteria.map(({ key }) => [key, { said: true, evidence: "fact" as const }]),
  );
  for (const workers of [4, 400])
    expect(judge(award, linesOf(award, { workers, canteen: false }, given))).toMatchObject({
      qualified: true,
      share: 100,
    });
  expect([sizeClassOf(award, 4), sizeClassOf(award, 400)]).toEqual(["small", "large"]);
});

it.each([
  [{ eligible: 10, examined: 9, excused: 1 }, 1, true],
  [{ eligible: 100, examined: 96, excused: 0 }, 0.96, false],
  [{ eligible: 3, examined: 0, excused: 3 }, null, false],
  [{ eligible: 10, examined: 9, excused: 0 }, 0.9, false],
])("computes the real rate of checkups without who was excused: %o", (rate, expected, full) => {
  expect(realRate(rate)).toBe(expected);
  expect(isFull(rate, false)).toBe(full);
});
it("counts 95 and more where they were reminded", () => {
  expect(isFull({ eligible: 100, examined: 96, excused: 0 }, true)).toBe(true);
  expect(isFull({ eligible: 100, examined: 94, excused: 0 }, true)).toBe(false);
});

it("ranks within a size class alone, says who is equal, and how far judges are apart", () => {
  const one = (entry: string, sizeClass: string, share: number, ...totals: number[]) => ({
    entry,
    sizeClass,
    share,
    totals,
  });
  const places = rank([
    one("a", "small", 80, 10, 16),
    one("b", "small", 80, 13, 13),
    one("c", "small", 70, 13, 13),
    one("d", "large", 10, 4),
  ]);
  expect(places.map(({ entry, place, tied, spread }) => [entry, place, tied, spread])).toEqual([
    ["a", 1, true, 6],
    ["b", 1, true, 0],
    ["c", 3, false, 0],
    ["d", 1, false, null],
  ]);
});

it.each([
  ["石見窯業所", "石見窯業所", false, true],
  ["", "", false, false],
  ["保健所", "石見窯業所", true, true],
  ["保健所", "石見窯業所", false, false],
])("bars a judge of %s from %s (declared: %s): %s", (house, entrant, declared, barred) => {
  expect(isBarred(house, entrant, declared, (name) => name)).toBe(barred);
});

it("tells which answers a new edition asks again: what is new or says something else", () => {
  const before = [criterion("a", 1), criterion("split", 1), criterion("dropped", 1)];
  const now = [criterion("a", 2), criterion("split", 1, { ja: "前半" }), criterion("split-2", 1)];
  expect(toAnswerAgain(before, now)).toEqual(["split", "split-2"]);
});

it.each([
  [{ fromOn: "2026-01-01", toOn: "2027-03-31", revokedOn: null }, "2027-03-31", "valid"],
  [{ fromOn: "2026-01-01", toOn: "2027-03-31", revokedOn: null }, "2027-04-01", "over"],
  [{ fromOn: "2026-01-01", toOn: null, revokedOn: null }, "2099-01-01", "valid"],
  [{ fromOn: "2026-01-01", toOn: null, revokedOn: "2026-05-05" }, "2026-05-06", "revoked"],
] as const)("says what a certificate is worth: %o on %s", (term, today, expected) => {
  expect(standingOf(term, today)).toBe(expected);
});

it("says of the state's programme which evidence is held, of dated items, and nothing of passing", () => {
  expect(MIRROR.items).toHaveLength(22);
  expect(MIRROR.note).toContain("商標");
  const items = mirrorOf(MIRROR.items, new Map([["lecture", "講座 2026年6月"]]));
  expect(items.filter(({ evidence }) => evidence.length > 0).map(({ item }) => item)).toEqual([
    "管理職・従業員への教育",
  ]);
  expect(Object.keys(items[0]!)).toEqual(["key", "area", "item", "rule", "read", "evidence"]);
});

it("counts who goes on in later years, honoured and others apart", () => {
  const entrants = [
    { key: "a", year: 2025, honoured: true },
    { key: "b", year: 2025, honoured: true },
    { key: "c", year: 2025, honoured: false },
  ];
  const active = [
    { key: "a", year: 2026 },
    { key: "b", year: 2025 },
    { key: "c", year: 2026 },
  ];
  expect(goingOn(entrants, active)).toEqual({
    honoured: { workplaces: 2, active: 1 },
    others: { workplaces: 1, active: 1 },
  });
});
