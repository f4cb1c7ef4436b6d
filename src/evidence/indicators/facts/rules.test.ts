import { describe, expect, it } from "vitest";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { activityYears, shownRatio, shownSurvey } from "./rules.ts";
import type { ActivityCount, AgeBandRatioFact, AreaFacts } from "./schema.ts";

const activity = (change: Partial<ActivityCount>): ActivityCount => ({
  areaId: "14150" as AreaId,
  origin: "plan",
  key: "k",
  fiscalYear: fiscalYear(2009),
  kind: "training",
  label: "研修会",
  sessions: null,
  participants: null,
  source: "s",
  published: true,
  ...change,
});

describe("activityYears", () => {
  const cellOf = (activities: ActivityCount[]) => {
    const { sessions, participants } = activityYears(activities)[0]!.cells[0]!;
    return [sessions, participants.state === "shown" ? participants.value : participants.state];
  };
  it.each([
    ["a printed year", [activity({ sessions: 14, participants: 330 })], [14, 330]],
    ["not told is not none", [activity({ sessions: 3 })], [3, "no-data"]],
    ["none", [activity({ sessions: 0, participants: 0 })], [0, 0]],
    ["few participants", [activity({ sessions: 1, participants: 4 })], [1, "suppressed"]],
    [
      "kept by two modules",
      [
        activity({ sessions: 1, participants: 12 }),
        activity({ origin: "events", sessions: 2, participants: 6 }),
      ],
      [3, 18],
    ],
  ])("%s", (_, activities, wanted) => {
    expect(cellOf(activities)).toEqual(wanted);
  });

  it("fills a year that has only some kinds", () => {
    const years = activityYears([
      activity({ sessions: 1 }),
      activity({ fiscalYear: fiscalYear(2008), kind: "awareness", label: "啓発", sessions: 16 }),
    ]);
    expect(years.map((year) => [year.year, year.cells.map((cell) => cell.sessions)])).toEqual([
      [2008, [null, 16]],
      [2009, [1, null]],
    ]);
  });
});

describe("shownSurvey", () => {
  const survey = (surveyed: number | null, responded: number | null) =>
    shownSurvey({ surveyed, responded, findings: [] } as unknown as AreaFacts["surveys"][number]);
  it.each([
    [3411, 576, 16.9],
    [null, null, null],
    [100, 4, null],
    [100, 96, null],
  ])("%s surveyed, %s responded", (surveyed, responded, percent) => {
    const shown = survey(surveyed, responded);
    expect(shown.responsePercent === null ? null : Number(shown.responsePercent.toFixed(1))).toBe(percent);
  });
});

describe("shownRatio", () => {
  const ratio = (change: Partial<AgeBandRatioFact>) =>
    shownRatio({
      ratio: null,
      olderClaims: null,
      olderInsured: null,
      youngerClaims: null,
      youngerInsured: null,
      ...change,
    } as AgeBandRatioFact);
  it("shows what was printed, without limits", () => {
    expect(ratio({ ratio: 2.54 })).toMatchObject({ shown: 2.54, interval: null });
  });
  it("computes it from counts, with limits", () => {
    const shown = ratio({ olderClaims: 390, youngerClaims: 200 });
    expect(shown.shown).toBeCloseTo(1.95);
    expect(shown.interval!.lower).toBeLessThan(1.95);
  });
  it("hides it where a count is small", () => {
    expect(ratio({ olderClaims: 390, youngerClaims: 8 })).toMatchObject({ shown: null, interval: null });
  });
});
