import { describe, expect, it } from "vitest";
import { inputOf } from "#platform/web/fields.ts";
import { decisionsOf } from "./rules.ts";
import { PublicationInput } from "./schema.ts";

/** As a form comes in: a text, or a list where a name stands several times. */
function formOf(entries: readonly (readonly [string, string])[]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return PublicationInput.parse(inputOf(form));
}

describe("decisionsOf", () => {
  it.each([
    [
      "leaves what was left",
      [
        ["was-published", "a"],
        ["publish", "a"],
        ["was-withheld", "b"],
      ],
      [],
    ],
    ["withholds what was unticked", [["was-published", "a"]], [["a", false]]],
    [
      "publishes what was ticked",
      [
        ["was-withheld", "b"],
        ["publish", "b"],
      ],
      [["b", true]],
    ],
    ["decides nothing about what the page did not show", [["publish", "c"]], []],
    ["keeps what is published in part", [["in-part", ""]], []],
    [
      "publishes the rest of it",
      [["in-part", "publish:indicator/14150/x:y"]],
      [["indicator/14150/x:y", true]],
    ],
    ["withholds it", [["in-part", "withhold:a"]], [["a", false]]],
    ["passes over words of its own making", [["in-part", "burn:a"]], []],
  ] as const)("%s", (_, entries, decided) => {
    expect([...decisionsOf(formOf(entries))]).toEqual(decided);
  });
});
