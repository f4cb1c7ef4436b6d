import { expect, it } from "vitest";
import { reasonOf } from "./messages.ts";

it.each([
  ["5.1.1", "その宛先はありません"],
  ["550", "その宛先はありません"],
  ["5.2.2", "相手の受信箱がいっぱいです"],
  ["5.2.1", "相手の受信箱が使えません"],
  ["4.4.7", "相手のメールサーバーにつながりませんでした"],
  ["5.10.1", "相手のメールサーバーが受け取りませんでした"],
  ["554", "相手のメールサーバーが受け取りませんでした"],
])("says what %s means", (code, words) => {
  expect(reasonOf({ code }).ja).toBe(words);
});
