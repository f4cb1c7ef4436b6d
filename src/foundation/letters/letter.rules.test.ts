import { describe, expect, it } from "vitest";
import { filled, letterOf, misplaced } from "./letter.rules.ts";
import type { LetterSet } from "./letter.schema.ts";
import { SAMPLE_LETTERS } from "./testing.ts";

const SET: LetterSet = SAMPLE_LETTERS;

describe("placeholders", () => {
  it.each([
    ["{link}", undefined],
    ["{number} {office}", undefined],
    ['波かっこなし <b>太字</b> & "', undefined],
    ["{Link}", "{Link}"],
    ["{番号}", "{番号}"],
    ["｛link｝", "｛link｝"],
    ["{ link }", "{ link }"],
    ["{}", "{}"],
    ["{link", "{"],
    ["link}", "}"],
    ["{{link}}", "{}"],
    // A receipt knows no day and no deadline.
    ["{link} {day}", "{day}"],
    ["{constructor}", "{constructor}"],
  ])("in a receipt: %s", (text, found) => {
    expect(misplaced(SET, letterOf(SET, "receipt")!, text)).toBe(found);
  });

  it("stay empty without a value, and a subject stays one line", () => {
    expect(filled({ subject: "a\r\nBcc: x {number}", body: "<{link}>" }, {})).toEqual({
      subject: "a Bcc: x ",
      body: "<>",
    });
  });

  it("take their line along where there is none of what they stand for, and no other line", () => {
    const text = { subject: "{a}", body: "x\n{a}\n{b} and {a}\ny {a}" };
    expect(filled(text, { a: "", b: "B" })).toEqual({ subject: "", body: "x\nB and " });
  });
});
