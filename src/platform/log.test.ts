import { expect, it } from "vitest";
import { plainError } from "./log.ts";

const SECRET = "09000000000";

it.each([
  ["a code", "23505", "23505"],
  ["a system's code", "ECONNRESET", "ECONNRESET"],
  ["a text that quotes a document", `error: the text ${SECRET} could not be displayed`, undefined],
  ["no text", 7, undefined],
])("tells of an error %s, and nothing of what it was about", (_what, code, told) => {
  const said = plainError(Object.assign(new TypeError(SECRET), { code, detail: SECRET }));
  expect(said).toMatchObject({ type: "TypeError", code: told });
  expect(JSON.stringify(said)).not.toContain(SECRET);
});
