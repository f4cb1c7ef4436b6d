import { describe, expect, it } from "vitest";
import { choicesOf, chosenId, fieldsOf, textsOf } from "./fields.ts";

const ID = "018f0000-0000-7000-8000-000000000000";

describe("fieldsOf", () => {
  it("reads texts without what is no text and leaves files out", async () => {
    const body = new FormData();
    body.append("text", "\ufeff血\0圧\u001f\n\t改");
    body.append("file", new File(["x"], "x.txt"));
    expect(await fieldsOf(new Request("http://yui.example/", { method: "POST", body }))).toEqual({
      text: "血圧\r\n\t改",
    });
  });
});

describe("choicesOf", () => {
  it("takes any name for a name", () => {
    const form = new FormData();
    for (const name of ["constructor", "__proto__", "toString"]) form.append(name, "x");
    expect(Object.entries(choicesOf(form))).toEqual(
      Object.entries(textsOf(form)).map(([name, text]) => [name, [text]]),
    );
  });
});

describe("chosenId", () => {
  it("takes an id", () => expect(chosenId({ id: ID })).toBe(ID));
  it.each([[{}], [{ id: "" }], [{ id: "1 or 1=1" }], [{ id: `${ID}x` }]])(
    "finds nothing for %j",
    (fields) => {
      expect(() => chosenId(fields)).toThrow(expect.objectContaining({ status: 404 }));
    },
  );
});
