import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays, plainDate } from "#platform/kernel/plain-date.ts";
import { ONE } from "../model/enquiry.rules.ts";
import {
  closedAt,
  firstDay,
  fiscalYearNumber,
  fullOn,
  NOTHING_TAKEN,
  ruleNames,
  type Taken,
} from "../model/offer.rules.ts";
import type { Offer, OfferId } from "../model/offer.schema.ts";
import { shortlist } from "./matching.present.ts";
import { consider, inOrder, obstacleAt, obstaclesFor, type Wish } from "./matching.rules.ts";

const TODAY = plainDate("2026-11-22");
const offer = (rest: Partial<Offer> = {}): Offer => ({
  areaId: "sma-32-02" as AreaId,
  id: "0" as OfferId,
  title: "出前講座",
  titleEn: "",
  kind: "lecture",
  service: null,
  topics: ["mental_health", "blood_pressure"],
  sizeFrom: null,
  sizeTo: 49,
  industries: [],
  municipalities: [],
  peopleFrom: 5,
  peopleTo: 60,
  places: ["on_site"],
  fee: "free",
  feeNote: "",
  equipment: "",
  note: "",
  leadDays: 7,
  rrule: "FREQ=WEEKLY;BYDAY=MO,WE",
  opensAt: "09:00",
  closesAt: "17:00",
  onHolidays: false,
  perDay: 1,
  perMonth: 2,
  perYear: null,
  perWorkplace: 2,
  newFirst: false,
  intake: "open",
  intakeReason: "",
  intakeSince: null,
  intakeUntil: null,
  published: true,
  endedOn: null,
  initiativeId: null,
  parts: [
    {
      organisationId: "o" as OrganisationId,
      organisationName: "浜田保健所",
      municipality: "32202",
      professions: ["public_health_nurse"],
      email: "",
    },
  ],
  version: 1,
  ...rest,
});

describe("obstaclesFor", () => {
  it.each<[string, Partial<Offer>, Wish, string[]]>([
    ["fits", {}, { size: 12, people: 10, topics: ["blood_pressure"], place: "on_site" }, []],
    ["49 is under 50", {}, { size: 49 }, []],
    ["50 is not", {}, { size: 50 }, ["size"]],
    ["too few come", {}, { people: 4 }, ["people"]],
    ["another topic", {}, { topics: ["dental"] }, ["topic"]],
    ["another industry", { industries: ["ceramics"] }, { industry: "retail" }, ["industry"]],
    ["another town", { municipalities: ["32207"] }, { municipality: "32202" }, ["municipality"]],
    ["not online", {}, { place: "online" }, ["place"]],
    ["a fee is not free", { fee: "paid" }, { freeOnly: true }, ["fee"]],
    ["had it twice", {}, { uses: 2 }, ["uses"]],
    ["no limit of uses", { perWorkplace: null }, { uses: 200 }, []],
    ["suspended", { intake: "suspended", intakeReason: "予算" }, {}, ["suspended"]],
    ["open again", { intake: "suspended", intakeUntil: plainDate("2026-11-01") }, {}, []],
    ["open still", { intake: "suspended", intakeSince: plainDate("2026-12-01") }, {}, []],
    ["waiting list", { intake: "waiting_list" }, {}, ["waiting_list"]],
    ["no waiting list any more", { intake: "waiting_list", intakeUntil: plainDate("2026-11-21") }, {}, []],
    ["ended", { endedOn: plainDate("2026-03-31") }, {}, ["ended"]],
    ["another service", { kind: "chisanpo", service: "visit" }, { service: "opinion" }, ["kind"]],
  ])("%s", (_, rest, wish, codes) =>
    expect(obstaclesFor(offer(rest), wish, TODAY).map((one) => one.code)).toEqual(codes),
  );
});

describe("obstacleAt", () => {
  const at = (day: string, from = "10:00", to = "11:00") => ({ day: plainDate(day), from, to });
  const taken = { years: { 2026: 3 }, months: { "2026-12": 1 }, days: { "2026-12-02": 1 } };
  it.each([
    ["a Wednesday", at("2026-12-09"), undefined],
    ["too soon", at("2026-11-25"), "lead"],
    ["a Thursday", at("2026-12-10"), "closed"],
    ["a holiday on a Monday", at("2027-01-11"), "closed"],
    ["too late in the day", at("2026-12-09", "16:30", "17:30"), "closed"],
    ["the day is taken", at("2026-12-02"), "full"],
  ])("%s", (_, slot, code) => expect(obstacleAt(offer(), taken, slot, TODAY)?.code).toBe(code));
});

describe("days and places", () => {
  it("reads the second Thursday and every other week", () => {
    expect(ruleNames("FREQ=MONTHLY;BYDAY=2TH", plainDate("2026-12-10"))).toBe(true);
    expect(ruleNames("FREQ=MONTHLY;BYDAY=2TH", plainDate("2026-12-17"))).toBe(false);
    const tuesdays = ["2026-12-01", "2026-12-08", "2026-12-15"].map((day) =>
      ruleNames("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", plainDate(day)),
    );
    expect(tuesdays[0]).toBe(tuesdays[2]);
    expect(tuesdays[0]).toBe(!tuesdays[1]);
  });

  it("names the narrowest reason last: year before month before day", () => {
    const limits = { perDay: 1, perMonth: 1, perYear: 1 };
    const taken = { years: { 2026: 1 }, months: { "2026-12": 1 }, days: { "2026-12-02": 1 } };
    expect(fullOn(limits, taken, plainDate("2026-12-02"))).toBe("year");
    expect(fullOn({ ...limits, perYear: 2 }, taken, plainDate("2026-12-02"))).toBe("month");
    expect(fullOn({ ...limits, perYear: 2, perMonth: null }, taken, plainDate("2026-12-02"))).toBe("day");
    expect(fullOn(limits, taken, plainDate("2027-04-01"))).toBeUndefined();
  });

  it("gives a first day on which nothing stands against the offer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), (shift, leadDays) => {
        const today = addDays(TODAY, shift);
        const one = offer({ leadDays });
        const day = firstDay(one, NOTHING_TAKEN, today)!;
        expect(closedAt(one, { day, from: "09:00", to: "17:00" })).toBeUndefined();
        expect(day >= addDays(today, leadDays)).toBe(true);
      }),
      { seed: 20_261_122 },
    );
  });

  it("finds the same first day as looking at one day after the other", () => {
    const rule = fc.constantFrom(
      "",
      "FREQ=WEEKLY;BYDAY=MO,WE",
      "FREQ=MONTHLY;BYDAY=2TH",
      "FREQ=YEARLY;BYMONTH=8",
    );
    const day = fc.integer({ min: 0, max: 220 }).map((shift) => addDays(TODAY, shift));
    const limit = fc.option(fc.nat({ max: 2 }));
    const offers = fc.record({
      rrule: rule,
      onHolidays: fc.boolean(),
      leadDays: fc.nat({ max: 60 }),
      endedOn: fc.option(day),
      intake: fc.constantFrom<Offer["intake"]>("open", "waiting_list", "suspended"),
      intakeUntil: fc.option(day),
      perDay: limit,
      perMonth: limit,
      perYear: limit,
    });
    fc.assert(
      fc.property(offers, fc.array(day, { maxLength: 6 }), (rest, booked) => {
        const sums = { years: {}, months: {}, days: {} } as Record<keyof Taken, Record<string, number>>;
        const add = (of: Record<string, number>, span: string) => {
          of[span] = (of[span] ?? 0) + 1;
        };
        for (const one of booked) {
          add(sums.years, String(fiscalYearNumber(one)));
          add(sums.months, one.slice(0, 7));
          add(sums.days, one);
        }
        const each = offer(rest);
        const reopens =
          each.intake === "suspended" && each.intakeUntil ? addDays(each.intakeUntil, 1) : TODAY;
        const from = [reopens, addDays(TODAY, each.leadDays)].sort()[1]!;
        const expected = Array.from({ length: 180 }, (_unused, step) => addDays(from, step)).find(
          (one) => !closedAt(each, { day: one, from: "09:00", to: "17:00" }) && !fullOn(each, sums, one),
        );
        const stopped = each.intake === "suspended" && !each.intakeUntil;
        expect(firstDay(each, sums, TODAY)).toBe(stopped ? undefined : expected);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it("knows no day of an offer that stopped for good", () => {
    expect(firstDay(offer({ intake: "suspended" }), NOTHING_TAKEN, TODAY)).toBeUndefined();
  });
});

describe("inOrder", () => {
  const wish = {
    topics: ["mental_health" as const],
    municipality: "32202",
    slots: [{ day: plainDate("2026-12-09"), from: "10:00", to: "11:00" }],
    needs: ONE,
  };
  const one = (id: string, rest: Partial<Offer>, taken = NOTHING_TAKEN) =>
    consider(offer({ id: id as OfferId, title: id, ...rest }), taken, wish, TODAY);
  const seat = (municipality: string) => [{ ...offer().parts[0]!, municipality }];

  it("puts what fits first, then near, then free if asked, then whose turn it is, then places left", () => {
    const list = [
      one("unfit", { sizeTo: 49, places: ["on_site"], topics: ["dental"] }),
      one("far", { parts: seat("32207") }),
      one("paid", { fee: "paid" }),
      one("busy", {}, { years: { 2026: 9 }, months: {}, days: {} }),
      one("few", { perMonth: 1 }),
      one("best", { perMonth: 5 }),
    ];
    const names = (free: boolean) => inOrder(list, free).map((each) => each.offer.id);
    expect(names(true)).toEqual(["best", "few", "busy", "paid", "far", "unfit"]);
    expect(names(false)).toEqual(["best", "paid", "few", "busy", "far", "unfit"]);
  });

  it("is the same whatever the order of the rows", () => {
    const list = ["a", "b", "c", "d", "e"].map((id, index) => one(id, { perMonth: index % 2 || null }));
    const expected = inOrder(list, true).map((each) => each.offer.id);
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (mixed) => {
        expect(inOrder(mixed, true).map((each) => each.offer.id)).toEqual(expected);
      }),
      { seed: 20_261_122 },
    );
  });
});

it("lists the first that fit and the first that do not, and tells how many do not", () => {
  const one = (id: string, sizeTo: number) => {
    const wish = { size: 12, slots: [], needs: ONE };
    return consider(offer({ id: id as OfferId, sizeTo }), NOTHING_TAKEN, wish, TODAY);
  };
  const found = Array.from({ length: 140 }, (_unused, index) => one(String(index), index % 2 ? 49 : 9));
  const { candidates, unfit } = shortlist(found);
  expect(unfit).toBe(70);
  expect(candidates.map((each) => each.fits)).toEqual([...Array(60).fill(true), ...Array(60).fill(false)]);
  expect(candidates.slice(0, 2).map((each) => each.offer.id)).toEqual(["1", "3"]);
  expect(candidates[0]!.offer).not.toHaveProperty("leadDays");
});
