import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type SupportPermit, type SupportSubject, supportPolicy } from "../access.ts";
import type { Language } from "../model/offer.messages.ts";
import { EXAMPLE, LETTERS, type Letter, type Placeholder, type Text } from "./letter.messages.ts";
import { filled, misplaced, placeholdersOf } from "./letter.rules.ts";
import { LetterInput, type LetterTarget, ofLetter } from "./letter.schema.ts";
import { deleteText, findText, lockTexts, saveText } from "./letter.store.server.ts";
import { EDITING } from "./letter-editing.messages.ts";
import { SHIPPED } from "./letter-shipped.messages.ts";

export type LetterText = Text &
  Readonly<{
    letter: Letter;
    language: Language;
    own: boolean;
    preview: Text;
    placeholders: readonly Placeholder[];
  }>;

const previewOf = (text: Text, language: Language): Text => filled(text, EXAMPLE[language]);

/** Every letter of an area in both languages, with what it looks like when filled. */
export const readLetters = query({
  name: "letter.list",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "letter", area }),
  async run(permit, { area }) {
    const letters: LetterText[] = [];
    for (const letter of LETTERS)
      for (const language of Object.keys(SHIPPED[letter]) as Language[]) {
        const own = await findText(permit, area, letter, language);
        const { subject, body } = own ?? SHIPPED[letter][language]!;
        letters.push({
          ...{ letter, language, subject, body, own: own !== undefined },
          preview: previewOf({ subject, body }, language),
          placeholders: placeholdersOf(letter),
        });
      }
    return ok(letters);
  },
});

/** A letter that is written in that language. */
const letterIn = (_find: Finder, { area, letter, language }: LetterTarget): SupportSubject | undefined =>
  SHIPPED[letter][language] ? { type: "letter", area, id: letter } : undefined;

/** The text that stands, held until the transaction ends. */
async function standing(permit: SupportPermit, { area, letter, language }: LetterTarget) {
  await lockTexts(permit, area);
  const { subject, body } = (await findText(permit, area, letter, language)) ?? SHIPPED[letter][language]!;
  return { subject, body };
}

/** What a text would look like, without keeping it. */
export const previewLetter = command({
  name: "letter.preview",
  policy: supportPolicy,
  target: ofLetter,
  subject: letterIn,
  input: LetterInput,
  run(_permit, { letter, language, subject, body }): Result<Text> {
    const text = { subject, body };
    const errors = mendsOf(letter, language, text);
    return errors ? invalid(errors) : ok(previewOf(text, language));
  },
});

export const saveLetter = command({
  name: "letter.save",
  policy: supportPolicy,
  target: ofLetter,
  subject: letterIn,
  input: LetterInput,
  seen: standing,
  values: ({ subject, body }) => ({ subject, body }),
  async run(permit, { area, letter, language, subject, body }) {
    const text = { subject, body };
    const errors = mendsOf(letter, language, text);
    if (errors) return invalid(errors);
    await saveText(permit, area, letter, language, text, scopeOf(permit.actor).actor, permit.clock.now());
    return ok(undefined);
  },
});

/** Back to the shipped text. */
export const restoreLetter = command({
  name: "letter.restore",
  policy: supportPolicy,
  target: ofLetter,
  subject: letterIn,
  once: true,
  seen: standing,
  async run(permit, { area, letter, language }) {
    await deleteText(permit, area, letter, language);
    return ok(undefined);
  },
});

/** What is to be mended of a text by what its letter can fill; undefined where nothing is. */
function mendsOf(letter: Letter, language: Language, text: Text) {
  const errors: Record<string, string[]> = {};
  for (const field of ["subject", "body"] as const) {
    const wrong = misplaced(letter, text[field]);
    if (wrong) errors[field] = [EDITING.placeholder(wrong, placeholdersOf(letter))];
  }
  if (SHIPPED[letter][language]!.body.includes("{link}") && !text.body.includes("{link}"))
    errors.body ??= [EDITING.link];
  return Object.keys(errors).length > 0 ? errors : undefined;
}
