import { describe, expect, it } from "vitest";
import { k6 } from "./k6.ts";

describe("k6", () => {
  it.each([
    [[0, 0, 0, 0, 0, 4], 4, "below-5"],
    [[1, 1, 1, 1, 1, 0], 5, "from-5"],
    [[2, 2, 2, 2, 1, 0], 9, "from-5"],
    [[2, 2, 2, 2, 2, 0], 10, "from-10"],
    [[3, 3, 3, 2, 2, 0], 13, "from-13"],
    [[4, 4, 4, 4, 4, 4], 24, "from-13"],
  ])("%j scores %d", (answers, score, band) => {
    expect(k6(answers)).toMatchObject({ score, band });
  });

  it("does not judge an unfinished form", () => {
    expect(k6([0, null, 1, 2, null, 0])).toEqual({ status: "not-judged", missing: [2, 5] });
  });

  it("refuses answers of a 1 to 5 form", () => {
    expect(() => k6([5, 1, 1, 1, 1, 1])).toThrow(expect.objectContaining({ argument: "answers[0]" }));
  });
});
