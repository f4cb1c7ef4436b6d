import { expect, it } from "vitest";
import { carriedOut, did, looked, wrote } from "./audit-words.ts";

it.each([
  [looked("依頼"), "依頼を見た", "依頼を見ようとした"],
  [carriedOut("会議体を登録"), "会議体を登録した", "会議体を登録しようとした"],
  [wrote("評価"), "評価を書いた", "評価を書こうとした"],
  [
    did("引き継がれた依頼を", "戻した", "戻そう"),
    "引き継がれた依頼を戻した",
    "引き継がれた依頼を戻そうとした",
  ],
])("calls it %o", (words, done, refused) => {
  expect(words).toEqual({ done, refused });
});
