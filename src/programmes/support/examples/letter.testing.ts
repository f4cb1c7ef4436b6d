import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";

const onArea = async ({ area, state }: ExamplePlace): Promise<Example | undefined> =>
  state === "standing" ? { target: { area } } : undefined;

const onLetter =
  (input?: object) =>
  async ({ area, state }: ExamplePlace): Promise<Example | undefined> =>
    state === "standing"
      ? { target: { area, letter: "receipt", language: "ja" }, ...(input ? { input } : {}) }
      : undefined;

const TEXT = { subject: "受け付けました", body: "つぎのページを見てください。\n{link}" };

export const letterExamples: Examples = {
  "letter.list": onArea,
  "letter.preview": onLetter(TEXT),
  "letter.save": onLetter(TEXT),
  "letter.restore": onLetter(),
};
