import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checked } from "./checked.ts";

const Lunch = z.object({
  name: z.string().min(1, "name it"),
  sides: z.array(z.string().min(1, "empty side")),
});

describe("checked", () => {
  it("gives the input as read", () => {
    expect(checked(Lunch, { name: "rice", sides: [], extra: 1 })).toEqual({
      ok: true,
      value: { name: "rice", sides: [] },
    });
  });

  it("says in Japanese what a schema has no sentence for", () => {
    const Form = z.object({
      office: z.uuid(),
      state: z.enum(["open", "over"]),
      name: z.string().min(1),
      age: z.int(),
    });
    const told = (input: object) => {
      const read = checked(Form, input);
      return read.ok || read.error.kind !== "invalid" ? {} : read.error.fields;
    };
    expect(told({ office: "", state: "", name: "", age: 1.5 })).toEqual({
      office: ["選択してください。"],
      state: ["選択してください。"],
      name: ["入力してください。"],
      age: ["入力の形式を確認してください。"],
    });
    expect(told({}).office).toEqual(["入力または選択してください。"]);
  });

  it("names each field with its sentences, nested ones by their path", () => {
    expect(checked(Lunch, { name: "", sides: ["a", ""] })).toEqual({
      ok: false,
      error: { kind: "invalid", fields: { name: ["name it"], "sides.1": ["empty side"] } },
    });
  });

  it("names a field that is called as something every object has", () => {
    const counts = z.record(z.string(), z.number("a number"));
    expect(checked(counts, { constructor: "x", toString: "y" })).toMatchObject({
      error: { fields: { constructor: ["a number"], toString: ["a number"] } },
    });
  });
});
