import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import type { Language } from "../../offers/messages.ts";
import { EXAMPLE, LETTERS, type Letter, type Placeholder, type Text } from "../messages.ts";
import { filled, misplaced, placeholdersOf } from "../rules.ts";
import { SHIPPED } from "../shipped/messages.ts";
import { deleteText, findText, lockTexts, saveText } from "../store.server.ts";
import { EDITING } from "./messages.ts";

export type LetterText = Text &
  Readonly<{
    letter: Letter;
    language: Language;
    own: boolean;
    /** What a form of it hands back, so that nobody saves over a text that they have not seen. */
    shown: string;
    preview: Text;
    placeholders: readonly Placeholder[];
  }>;

const printOf = ({ subject, body }: Text): string => fingerprintOf([subject, body]);

const previewOf = (text: Text, language: Language): Text => filled(text, EXAMPLE[language]);

/** Every letter of an area in both languages, with what it looks like when filled. */
export function readLetters(app: App, actor: Actor, area: AreaId): Promise<Result<LetterText[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, supportPolicy, "letter.read", { type: "letter", area });
    if (!permit.ok) return permit;
    const letters: LetterText[] = [];
    for (const letter of LETTERS)
      for (const language of Object.keys(SHIPPED[letter]) as Language[]) {
        const own = await findText(unit, area, letter, language);
        const text = own ?? SHIPPED[letter][language]!;
        letters.push({
          ...text,
          letter,
          language,
          own: own !== undefined,
          shown: printOf(text),
          preview: previewOf(text, language),
          placeholders: placeholdersOf(letter),
        });
      }
    return ok(letters);
  });
}

export type LetterInput = Readonly<{ letter: string; language: string; subject: string; body: string }>;
/** With what the form showed, as `LetterText` says. */
export type LetterChange<T = LetterInput> = T & Readonly<{ shown: string }>;

/** What a text would look like, without keeping it. */
export const previewLetter = (input: LetterInput): Result<Text> => {
  const checked = checkLetter(input);
  return checked.ok ? ok(previewOf(checked.value.text, checked.value.language)) : checked;
};

export function saveLetter(app: App, actor: Actor, area: AreaId, input: LetterChange): Promise<Result<void>> {
  return change(app, actor, area, input, (unit, { letter, language, text }) =>
    saveText(unit, area, letter, language, text, scopeOf(actor).actor, unit.clock.now()),
  );
}

/** Back to the shipped text. */
export function restoreLetter(
  app: App,
  actor: Actor,
  area: AreaId,
  { letter, language, shown }: LetterChange<Pick<LetterInput, "letter" | "language">>,
): Promise<Result<void>> {
  const shipped = isLetter(letter) ? SHIPPED[letter][language as Language] : undefined;
  const input = { letter, language, shown, ...(shipped ?? { subject: "", body: "" }) };
  return change(app, actor, area, input, (unit, known) =>
    deleteText(unit, area, known.letter, known.language),
  );
}

type Checked = Readonly<{ letter: Letter; language: Language; text: Text }>;

function change(
  app: App,
  actor: Actor,
  area: AreaId,
  input: LetterChange,
  work: (unit: Unit, checked: Checked) => Promise<void>,
): Promise<Result<void>> {
  return act(app, actor, async (unit) => {
    const subject = { type: "letter", area, id: input.letter };
    const permit = await authorise(unit, supportPolicy, "letter.write", subject);
    if (!permit.ok) return permit;
    const checked = checkLetter(input);
    if (!checked.ok) return checked;
    const { letter, language } = checked.value;
    await lockTexts(unit, area);
    const kept = (await findText(unit, area, letter, language)) ?? SHIPPED[letter][language]!;
    // Sent twice it is what stands already.
    if (![input.shown, printOf(checked.value.text)].includes(printOf(kept)))
      return conflict(EDITING.overtaken);
    return ok(await work(unit, checked.value));
  });
}

const isLetter = (text: string): text is Letter => (LETTERS as readonly string[]).includes(text);

function checkLetter({ letter, language, subject, body }: LetterInput): Result<Checked> {
  const shipped = isLetter(letter) ? SHIPPED[letter][language as Language] : undefined;
  if (!isLetter(letter) || !shipped) return invalid({ letter: [EDITING.unknown] });
  const text = { subject: subject.trim(), body: body.replace(/\r\n?/g, "\n").trim() };
  const errors: { subject: string | undefined; body: string | undefined } = {
    subject: text.subject === "" || text.subject.length > 200 ? EDITING.subject : undefined,
    body: text.body === "" || text.body.length > 5000 ? EDITING.body : undefined,
  };
  for (const field of ["subject", "body"] as const) {
    const wrong = misplaced(letter, text[field]);
    errors[field] ??= wrong && EDITING.placeholder(wrong, placeholdersOf(letter));
  }
  if (shipped.body.includes("{link}") && !text.body.includes("{link}")) errors.body ??= EDITING.link;
  const fields = Object.entries(errors).flatMap(([field, why]) => (why ? [[field, [why]] as const] : []));
  if (fields.length > 0) return invalid(Object.fromEntries(fields));
  return ok({ letter, language: language as Language, text });
}
