import { describe, expect, it } from "vitest";
import { LETTERS, PLACEHOLDERS } from "./letter.messages.ts";
import { filled, misplaced, placeholdersOf } from "./letter.rules.ts";
import { SHIPPED } from "./letter-shipped.messages.ts";

describe("placeholders", () => {
  it.each([
    ["{link}", undefined],
    ["{number} {town} {size} {office}", undefined],
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
    expect(misplaced("receipt", text)).toBe(found);
  });

  it("of every shipped text are known and filled, in both languages", () => {
    for (const letter of LETTERS)
      for (const text of Object.values(SHIPPED[letter])) {
        expect(misplaced(letter, `${text.subject}\n${text.body}`)).toBeUndefined();
        expect(placeholdersOf(letter).every((name) => name in PLACEHOLDERS)).toBe(true);
        expect(Object.values(filled(text, PLACEHOLDERS)).join("\n")).not.toMatch(/[{}]/);
      }
  });

  it("stay empty without a value, and a subject stays one line", () => {
    expect(filled({ subject: "a\r\nBcc: x {number}", body: "<{link}>" }, {})).toEqual({
      subject: "a Bcc: x ",
      body: "<>",
    });
  });

  it("are none that could name a topic, a person or a finding", () => {
    const allowed = ["deadline", "day", "how", "link", "number", "office", "size", "town"];
    expect(Object.keys(PLACEHOLDERS).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
