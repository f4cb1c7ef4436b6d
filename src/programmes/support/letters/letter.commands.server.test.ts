import { describe, expect, it } from "vitest";
import { SUPPORT_LETTERS } from "./letter.commands.server.ts";
import { PLACEHOLDERS } from "./letter.messages.ts";

const LETTERS = SUPPORT_LETTERS.readers.flatMap(({ letters }) => Object.values(letters));

describe("placeholders", () => {
  it("of every shipped text are known and filled, in both languages", () => {
    for (const { ja, en } of LETTERS)
      for (const { subject, body } of en ? [ja, en] : [ja])
        for (const [found] of `${subject}\n${body}`.matchAll(/[{}][^{}]*[}{]?/g))
          expect(Object.keys(PLACEHOLDERS).map((name) => `{${name}}`)).toContain(found);
    expect(LETTERS).toHaveLength(20);
  });

  it("are none that could name a topic, a person or a finding", () => {
    const allowed = [
      ...[
        "deadline",
        "day",
        "days",
        "how",
        "link",
        "number",
        "office",
        "phone",
        "purpose",
        "size",
        "to",
        "town",
      ],
    ];
    expect(Object.keys(PLACEHOLDERS).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
