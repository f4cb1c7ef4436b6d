import { expect, it } from "vitest";
import { lastLook } from "./last-look.rules.ts";

const at = (time: string) => new Date(`2026-11-${time}:00Z`);
const next = (cookie: string | null, time: string) => {
  const look = lastLook(cookie, at(time));
  return { ...look, cookie: look.cookie.split(";")[0]! };
};

it("tells of a week at first, then of what came since the look before, for as long as one look lasts", () => {
  const first = next(null, "23T00:00");
  expect(first.since).toEqual(at("16T00:00"));
  const again = next(first.cookie, "23T03:00");
  expect(again.since).toEqual(at("16T00:00"));
  const later = next(again.cookie, "24T00:00");
  expect(later.since).toEqual(at("23T00:00"));
  expect(next(`a=b; ${later.cookie}`, "24T01:00").since).toEqual(at("23T00:00"));
});

it("makes nothing of what is no cookie of its own", () => {
  expect(next("yui-seen=1.x", "23T00:00").since).toEqual(at("16T00:00"));
});
