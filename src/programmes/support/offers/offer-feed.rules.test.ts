import { expect, it } from "vitest";
import type { Offer } from "../model/offer.schema.ts";
import { hoursOfOffer } from "./offer-feed.rules.ts";

const offer = (rrule: string) => ({ rrule, opensAt: "10:00", closesAt: "16:00", onHolidays: false }) as Offer;

it.each([
  ["FREQ=WEEKLY;BYDAY=MO,TU", [{ weeks: [], days: ["MO", "TU"], from: "10:00", to: "16:00" }]],
  ["FREQ=MONTHLY;BYDAY=2TH,4TH", [{ weeks: ["2", "4"], days: ["TH"], from: "10:00", to: "16:00" }]],
  ["", []],
])("makes rows of hours of %s", (rrule, rows) => {
  expect(hoursOfOffer(offer(rrule))).toMatchObject({ rows, closedOnHolidays: true });
});
