import { expect, it } from "vitest";
import { idOf, newId } from "./ids.ts";

const id: string = newId();

it.each([
  [id, id],
  [`${id} `, undefined],
  [id.toUpperCase(), undefined],
  ["x", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("reads %o in an address as %o", (text, read) => {
  expect(idOf(text)).toBe(read);
});
