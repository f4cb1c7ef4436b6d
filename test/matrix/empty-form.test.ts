import { expect, it } from "vitest";
import { z } from "zod";
import { declaredUseCases } from "#foundation/authority/public.ts";
import { checked } from "#platform/kernel/checked.ts";

const files = import.meta.glob<unknown>([
  "../../src/**/usecases.server.ts",
  "../../src/**/*.{usecases,commands,queries}.server.ts",
  "../../src/**/{commands,queries}.server.ts",
]);
await Promise.all(Object.values(files).map((load) => load()));

/** Asked for by the command line alone, which speaks English. */
const TYPED_AT_A_TERMINAL = ["user.create"];
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const commands = declaredUseCases().flatMap(({ declared: { name, input } }) =>
  input && !TYPED_AT_A_TERMINAL.includes(name) ? [[name, input] as const] : [],
);
const fieldsOf = (input: z.core.$ZodType): string[] => {
  if (input instanceof z.ZodObject) return Object.keys(input.shape);
  if (!(input instanceof z.ZodPipe)) return [];
  return [...fieldsOf(input.in), ...fieldsOf(input.out)];
};

/** What is told of a form of which every field was sent as that, and of one with no field at all. */
const toldOf = (input: z.ZodType): string[] =>
  [undefined, "", "?", ["?"]].flatMap((sent) => {
    const form = Object.fromEntries(sent === undefined ? [] : fieldsOf(input).map((field) => [field, sent]));
    const read = checked(input, form);
    return read.ok || read.error.kind !== "invalid" ? [] : Object.values(read.error.fields).flat();
  });

it("knows what the commands take", () => {
  expect(commands.length).toBeGreaterThan(150);
});

it.each(commands)("%s tells in Japanese what an empty or odd form lacks", (_name, input) => {
  expect(toldOf(input).filter((sentence) => !JAPANESE.test(sentence))).toEqual([]);
});
