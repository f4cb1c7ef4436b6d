import { describe, expect, it } from "vitest";
import { digestAfter, type MailKind, type Wish, wayOf } from "./rules.ts";

describe("digestAfter", () => {
  it.each([
    // Eight in the morning in Japan is eleven at night the day before in UTC.
    ["2026-11-22T01:00:00Z", "2026-11-22T23:00:00Z"],
    ["2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"],
    ["2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"],
    ["2026-12-31T23:30:00Z", "2027-01-01T23:00:00Z"],
  ])("of %s is %s", (now, digest) => {
    expect(digestAfter(new Date(now)).toISOString()).toBe(new Date(digest).toISOString());
  });
});

describe("wayOf", () => {
  const NOW = new Date("2026-11-22T01:00:00Z");
  const DIGEST = new Date("2026-11-22T23:00:00Z");
  const held = { way: "digest", at: DIGEST };
  const alone = { way: "alone" };
  it.each<[MailKind, string | null, Wish, object]>([
    ["now", null, "daily", alone],
    ["now", null, "questions", alone],
    ["news", null, "at_once", alone],
    ["news", null, "daily", held],
    ["news", null, "questions", { way: "unwanted" }],
    ["question", null, "at_once", alone],
    ["question", null, "daily", held],
    ["question", null, "questions", alone],
    // Two whole days are left after the digest, or a second less.
    ["question", "2026-11-24T23:00:00Z", "daily", held],
    ["question", "2026-11-24T22:59:59Z", "daily", alone],
    ["question", "2026-11-22T00:00:00Z", "daily", alone],
  ])("%s with an answer by %s, wished %s", (kind, answerBy, wish, way) => {
    expect(wayOf({ kind, answerBy: answerBy === null ? null : new Date(answerBy) }, wish, NOW)).toEqual(way);
  });
});
