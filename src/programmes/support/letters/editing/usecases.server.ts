import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, scopeOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import type { Language } from "../../offers/messages.ts";
import { EXAMPLE, LETTERS, type Letter, type Placeholder, type Text } from "../messages.ts";
import { filled, misplaced, placeholdersOf } from "../rules.ts";
import { SHIPPED } from "../shipped/messages.ts";
import { deleteText, findText, saveText } from "../store.server.ts";
import { EDITING } from "./messages.ts";

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
export function readLetters(app: App, actor: Actor, area: AreaId): Promise<Result<LetterText[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, supportPolicy, "letter.write", { type: "letter", area });
    if (!permit.ok) return permit;
    const letters: LetterText[] = [];
    for (const letter of LETTERS)
      for (const language of Object.keys(SHIPPED[letter]) as Language[]) {
        const own = await findText(unit.tx, area, letter, language);
        const text = own ?? SHIPPED[letter][language]!;
        letters.push({
          ...text,
          letter,
          language,
          own: own !== undefined,
          preview: previewOf(text, language),
          placeholders: placeholdersOf(letter),
        });
      }
    return ok(letters);
  });
}

export type LetterInput = Readonly<{ letter: string; language: string; subject: string; body: string }>;

/** What a text would look like, without keeping it. */
export const previewLetter = (input: LetterInput): Result<Text> => {
  const checked = checkLetter(input);
  return checked.ok ? ok(previewOf(checked.value.text, checked.value.language)) : checked;
};

export function saveLetter(app: App, actor: Actor, area: AreaId, input: LetterInput): Promise<Result<void>> {
  return change(app, actor, area, input, (unit, { letter, language, text }) =>
    saveText(unit.tx, area, letter, language, text, scopeOf(actor).actor, unit.clock.now()),
  );
}

/** Back to the shipped text. */
export function restoreLetter(
  app: App,
  actor: Actor,
  area: AreaId,
  { letter, language }: Pick<LetterInput, "letter" | "language">,
): Promise<Result<void>> {
  const shipped = isLetter(letter) ? SHIPPED[letter][language as Language] : undefined;
  const input = { letter, language, ...(shipped ?? { subject: "", body: "" }) };
  return change(app, actor, area, input, (unit, known) =>
    deleteText(unit.tx, area, known.letter, known.language),
  );
}

type Checked = Readonly<{ letter: Letter; language: Language; text: Text }>;

function change(
  app: App,
  actor: Actor,
  area: AreaId,
  input: LetterInput,
  work: (unit: Unit, checked: Checked) => Promise<void>,
): Promise<Result<void>> {
  return act(app, actor, async (unit) => {
    const subject = { type: "letter", area, id: input.letter };
    const permit = await authorise(unit, supportPolicy, "letter.write", subject);
    if (!permit.ok) return permit;
    const checked = checkLetter(input);
    return checked.ok ? ok(await work(unit, checked.value)) : checked;
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
