import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { letterPolicy } from "./access.ts";
import { lacksLink, letterOf, lettersOf, misplaced, placeholdersOf, previewOf } from "./letter.rules.ts";
import { LetterInput, type LetterLanguage, type LetterSet, type LetterText } from "./letter.schema.ts";
import { deleteText, findText, insertVersion, lockTexts, upsertText } from "./letter.store.server.ts";
import { EDITING } from "./letter-editing.messages.ts";

const ofModule = inArea(letterPolicy, "letter", { set: z.custom<LetterSet>() });
const ofLetter = inArea(letterPolicy, "letter", {
  ...{ set: z.custom<LetterSet>(), letter: z.string(), language: z.string() },
});
type LetterTarget = Readonly<{ set: LetterSet; letter: string; language: string }>;

/** Every letter of a module in the languages that it is written in, with what it looks like when filled. */
export const readLetters = query({
  name: "letter.list",
  ...ofModule,
  subject: (find, { area, set }) => ofModule.subject(find, { area, id: set.module }),
  async run(permit, { set }) {
    const { area } = permit.subject;
    const { module } = set;
    const letters = [];
    for (const [letter, shipped] of lettersOf(set))
      for (const language of (["ja", "en"] as const).filter((one) => shipped[one])) {
        const own = await findText(permit, area, { module, letter, language });
        const { subject, body } = own ?? shipped[language]!;
        letters.push({
          ...{ letter, language, subject, body, own: own !== undefined },
          preview: previewOf(set, { subject, body }, language),
          placeholders: placeholdersOf(set, shipped).map((key) => ({
            key,
            name: set.placeholders[key]!.name,
          })),
        });
      }
    const readers = set.readers.map(({ title, letters: names }) => ({
      title,
      letters: Object.entries(names).map(([key, one]) => ({ key, name: one!.name })),
    }));
    return ok({ title: `${set.title}　${(await getArea(permit, area)).name}`, readers, letters });
  },
});

/** What use-cases on one letter have in common: one that is declared, in a language that it is written in. */
const onLetter = {
  ...ofLetter,
  async subject(find: Finder, { area, ...target }: LetterTarget & Readonly<{ area: string }>) {
    const shipped = letterOf(target.set, target.letter);
    const written = shipped && (target.language === "ja" || (target.language === "en" && shipped.en));
    return written ? ofLetter.subject(find, { area, id: target.letter }) : undefined;
  },
} as const;

/** The letter that was found to be declared, and where its text stands. */
const declaredIn = ({ set, letter, language }: LetterTarget) => ({
  set,
  shipped: letterOf(set, letter)!,
  place: { module: set.module, letter, language: language as LetterLanguage },
});

/** The text that stands, held until the transaction ends. */
async function standing(permit: Permit, target: LetterTarget) {
  const { area } = permit.subject;
  await lockTexts(permit, area);
  const { shipped, place } = declaredIn(target);
  const { subject, body } = (await findText(permit, area, place)) ?? shipped[place.language]!;
  return { subject, body };
}

/** What a text would look like, without keeping it. */
export const previewLetter = command({
  ...onLetter,
  name: "letter.preview",
  input: LetterInput,
  run(_permit, { subject, body, ...target }): Result<LetterText> {
    const errors = mendsOf(target, { subject, body });
    const { set, place } = declaredIn(target);
    return errors ? invalid(errors) : ok(previewOf(set, { subject, body }, place.language));
  },
});

export const saveLetter = command({
  ...onLetter,
  name: "letter.save",
  input: LetterInput,
  seen: standing,
  values: ({ subject, body }) => ({ subject, body }),
  async run(permit, { subject, body, ...target }) {
    const errors = mendsOf(target, { subject, body });
    if (errors) return invalid(errors);
    const version = newId() as string;
    const { area } = permit.subject;
    const { place } = declaredIn(target);
    await insertVersion(permit, area, place, { subject, body, version }, scopeOf(permit.actor).actor);
    await upsertText(permit, area, place, version);
    return ok(undefined);
  },
});

/** Returns to the shipped text. */
export const restoreLetter = command({
  ...onLetter,
  name: "letter.restore",
  once: true,
  seen: standing,
  async run(permit, target) {
    await deleteText(permit, permit.subject.area, declaredIn(target).place);
    return ok(undefined);
  },
});

/** What is to be mended of a text by what its letter can fill; undefined where nothing is. */
function mendsOf(target: LetterTarget, text: LetterText) {
  const { set, shipped } = declaredIn(target);
  const errors: Record<string, string[]> = {};
  for (const field of ["subject", "body"] as const) {
    const wrong = misplaced(set, shipped, text[field]);
    if (wrong) errors[field] = [EDITING.placeholder(wrong, placeholdersOf(set, shipped))];
  }
  if (lacksLink(shipped, text)) errors.body ??= [EDITING.link];
  return Object.keys(errors).length > 0 ? errors : undefined;
}
