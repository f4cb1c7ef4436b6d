import { describe, expect, it } from "vitest";
import { changedFacts } from "./fact.rules.ts";
import type { Fact, Standing } from "./fact.schema.ts";

const fact = (change: Partial<Fact> = {}) =>
  ({
    source: "organisation",
    sourceId: "a",
    field: "phone",
    label: "地産保",
    printed: "0855-00-1111",
    ...change,
  }) as Fact;
const standing = (phone: string): Standing[] => [
  { source: "organisation", sourceId: "a", label: "地産保", fields: { phone } },
];

describe("what an edition prints", () => {
  it("is another where the number is another", () => {
    expect(changedFacts([fact()], standing("0855-00-2222"))).toMatchObject([{ now: "0855-00-2222" }]);
  });

  it.each(["0855-00-1111", "０８５５－００－１１１１", " 0855‐00‐1111 "])("is the same as %s", (phone) => {
    expect(changedFacts([fact()], standing(phone))).toEqual([]);
  });

  it("has changed where the office has ended, and is not known to where that can't be seen", () => {
    const ended = [{ ...standing("")[0]!, fields: {} }];
    expect(changedFacts([fact()], ended)).toMatchObject([{ now: "" }]);
    expect(changedFacts([fact({ sourceId: "b" })], standing("0855-00-2222"))).toEqual([]);
    expect(changedFacts([fact({ source: "hotline" })], standing("0855-00-2222"))).toEqual([]);
  });
});
