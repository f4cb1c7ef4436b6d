import { expect, it } from "vitest";
import { declaredUseCases } from "#foundation/authority/public.ts";
import { ACTION_WORDS, modulesAtWork } from "../modules.ts";
import { doneWords } from "./done-words.rules.ts";

it.each([
  ["相談を登録した", "相談を登録しました。"],
  ["下書きを消した", "下書きを消しました。"],
  ["掲載をやめた", "掲載をやめました。"],
  ["受付を始めた", "受付を始めました。"],
  ["件数を見た", "件数を見ました。"],
  ["表を作った", "表を作りました。"],
  ["講座を行った", "講座を行いました。"],
  ["依頼を扱った", "依頼を扱いました。"],
  ["面接指導を申し出た", "面接指導を申し出ました。"],
  ["日程調整に回答した（リンクから）", "日程調整に回答しました。"],
  ["頁を開いた", "頁を開きました。"],
  ["表を取り込んだ", "表を取り込みました。"],
  ["{name}を招待した", undefined],
  [undefined, undefined],
])("says %s to who did it as %s", (words, said) => expect(doneWords(words)).toBe(said));

it("says politely what any command of the house has done", async () => {
  await modulesAtWork();
  const commands = declaredUseCases().filter(({ declared }) => declared.kind === "command");
  expect(commands.length).toBeGreaterThan(100);
  const plain = commands.flatMap(({ declared: { name } }) => {
    const said = doneWords(ACTION_WORDS[name]?.done);
    return said && !said.endsWith("ました。") ? [`${name}: ${said}`] : [];
  });
  expect(plain).toEqual([]);
});
