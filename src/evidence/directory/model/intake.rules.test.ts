import { expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { checkedBy, checkedOn, foundUntil, intakeNow, promisedUntil } from "./intake.rules.ts";

const day = (text: string) => text as PlainDate;

it("shows what was said until its promise ends, and then that it is not known", () => {
  const until = promisedUntil(null, day("2026-08-14"));
  expect(until).toBe("2026-09-13");
  const said = { intake: "open", intakeUntil: until } as const;
  expect(intakeNow(said, day("2026-09-13"))).toBe("open");
  expect(intakeNow(said, day("2026-11-22"))).toBe("unknown");
  expect(promisedUntil(day("2027-03-31"), day("2026-08-14"))).toBe("2027-03-31");
});

it("is checked since the day of its oldest group, and found for a year from then on", () => {
  const contact = checkedBy({}, ["contact"], { on: day("2026-01-10"), by: "浜田市" });
  expect(checkedOn(contact)).toBeNull();
  const all = checkedBy(contact, ["hours", "service"], { on: day("2026-06-01"), by: "浜田市" });
  expect(checkedOn(all)).toBe("2026-01-10");
  expect(foundUntil(checkedOn(all), day("2026-11-22"))).toBe("2027-01-10");
  expect(foundUntil(null, day("2026-11-22"))).toBe("2027-11-22");
});
