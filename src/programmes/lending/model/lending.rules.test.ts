import { expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import {
  againstRule,
  asTaken,
  dayOf,
  firstClash,
  freeOf,
  type Held,
  isOpen,
  lengthOf,
  type OfficeRule,
  packed,
  settled,
} from "./lending.rules.ts";
import type { HoldState } from "./lending-states.schema.ts";

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 11, day, hour - 9));
let ids = 0;
function held(from: Date, until: Date, unitId = "", state: HoldState = "held"): Held {
  ids += 1;
  return { id: `h${ids}`, unitId, state, starts: from, ends: until, busyUntil: until };
}
const day = (text: string) => text as PlainDate;
const RULE: OfficeRule = {
  ...{ leadDays: 3, aheadDays: 60, mostDays: 3, countsOpen: true, openOn: [1, 2, 3, 4, 5] },
  ...{ openOnHolidays: false, closedOn: [day("2026-12-08")], opens: "09:00", closes: "17:00" },
};
const now = at(1);

it("answers by the peak of what is away at one time, not by the sum", () => {
  const busy = [...Array(3).fill(held(at(1), at(5))), ...Array(3).fill(held(at(5), at(8)))];
  expect(freeOf(5, busy, { starts: at(1), busyUntil: at(8) })).toBe(2);
});

it.each([
  ["no time between", 0, true],
  ["two hours of cleaning", 2, false],
])("lends from ten what is back at ten: %s", (_, buffer, fits) => {
  const first = { ...held(at(1), at(2, 10)), busyUntil: at(2, 10 + buffer) };
  expect(freeOf(1, [first], { starts: at(2, 10), busyUntil: at(3) }) === 1).toBe(fits);
  expect(freeOf(1, [first], { starts: at(2, 12), busyUntil: at(3) })).toBe(1);
});

it("packs anew what is not handed over, so that no gap between two units is lost", () => {
  const [first, second] = [held(at(1), at(3), "a"), held(at(3), at(5), "b")];
  const wish = held(at(1), at(5));
  const given = packed(["a", "b"], [first, second], [wish])!;
  expect(given.get(first.id)).toBe(given.get(second.id));
  expect(given.get(wish.id)).not.toBe(given.get(first.id));
  const out: Held = { ...first, state: "out" };
  expect(packed(["a", "b"], [out, second], [wish])!.get(second.id)).toBe("a");
  expect(settled(["a"], [], [first, wish])).toBeUndefined();
});

it("fits whatever has no more at one time than there are units", () => {
  let seed = 7;
  const chance = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 400; round++) {
    const units = Array.from({ length: 1 + chance(5) }, (_, n) => `u${n}`);
    const taken: Held[] = [];
    for (let n = 0; n < 25; n++) {
      const from = 1 + chance(20);
      const one = held(at(from), at(from + 1 + chance(6)));
      if (freeOf(units.length, taken, one) === 0) continue;
      const given = packed(units, taken, [one]);
      expect(given).toBeDefined();
      taken.push(one);
      for (const [i, each] of taken.entries()) taken[i] = { ...each, unitId: given!.get(each.id)! };
    }
  }
});

it("keeps what is late taken until it is back", () => {
  const late = asTaken({ ...held(at(1), at(2), "a", "out") }, at(4));
  expect(freeOf(1, [late], { starts: at(20), busyUntil: at(21) })).toBe(0);
  expect(asTaken(held(at(1), at(2)), at(4)).busyUntil).toEqual(at(2));
});

it("blocks every day between, also with hours at both ends", () => {
  const slot = held(at(8, 8), at(10, 10));
  expect(freeOf(1, [slot], { starts: at(9, 0), busyUntil: at(9, 23) })).toBe(0);
});

it("names when the first other begins that would be short", () => {
  const others = [held(at(6), at(8)), held(at(7), at(9))];
  expect(firstClash(2, others, 1, { starts: at(5), busyUntil: at(9) })).toEqual(at(7));
  expect(firstClash(3, others, 1, { starts: at(5), busyUntil: at(9) })).toBeUndefined();
});

it("counts Friday to Monday as two open days, or as four", () => {
  expect(lengthOf(RULE, day("2026-12-04"), day("2026-12-07"))).toBe(2);
  expect(lengthOf({ ...RULE, countsOpen: false }, day("2026-12-04"), day("2026-12-07"))).toBe(4);
});

const WISH = { from: day("2026-12-04"), fromTime: "10:00", until: day("2026-12-07"), untilTime: "10:00" };
it.each([
  ["over a closed weekend", {}, {}, undefined],
  ["where all days count", {}, { countsOpen: false }, "until"],
  ["pick-up on a Saturday", { from: day("2026-12-05") }, {}, "from"],
  ["back on a day of its own", { until: day("2026-12-08") }, {}, "until"],
  ["too soon", { from: day("2026-12-02") }, {}, "from"],
  ["too far ahead", { from: day("2027-03-01"), until: day("2027-03-02") }, {}, "from"],
  ["back before it was fetched", { until: day("2026-12-03") }, {}, "until"],
  ["after hours", { untilTime: "18:00" }, {}, "untilTime"],
  ["in new year's days", { from: day("2026-12-28"), until: day("2026-12-29") }, {}, "until"],
])("holds a wish to the rule: %s", (_, wish, rule, field) => {
  const wrong = againstRule({ ...RULE, ...rule }, { ...WISH, ...wish }, { now, byOffice: false });
  expect(wrong && Object.keys(wrong)[0]).toBe(field);
});

it("lets the office itself lend at short notice, and knows holidays", () => {
  expect(
    againstRule(
      RULE,
      { ...WISH, from: day("2026-12-02"), until: day("2026-12-04") },
      { now, byOffice: true },
    ),
  ).toBeUndefined();
  expect(isOpen(RULE, day("2026-11-23"))).toBe(false);
  expect(isOpen({ ...RULE, openOnHolidays: true }, day("2026-11-23"))).toBe(true);
  expect(dayOf(new Date("2026-11-30T15:00:00Z"))).toBe("2026-12-01");
});
