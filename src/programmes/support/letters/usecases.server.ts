import { getArea } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, scopeOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { type MailAttachment, queueMail } from "#platform/mail/outbox.ts";
import { supportPolicy } from "../access.ts";
import type { Language } from "../offers/messages.ts";
import type { Slot } from "../offers/rules.ts";
import { showDay, showSlot } from "../visits/present.ts";
import {
  LETTERS,
  type Letter,
  MAY_WAIT,
  officeName,
  PLACEHOLDERS,
  SHIPPED,
  type Text,
  type Values,
} from "./messages.ts";
import { filled, unknownPlaceholders } from "./rules.ts";
import { findText, saveText } from "./store.server.ts";

export type Post = Readonly<{
  area: AreaId;
  letter: Letter;
  /** Empty: there is no mailbox, nothing goes out; the page that tells the history says so. */
  to: string;
  language?: Language;
  values: Values;
  /** Begins with the id of what it is about: an enquiry, or else the request. */
  onceKey: string;
  attachments?: readonly MailAttachment[];
  /** What {day} and {deadline} show, in the language of the letter; no question is held back past its deadline. */
  slot?: Slot;
  deadline?: Date | null;
}>;

/** Puts a letter into the outbox in the unit's transaction. */
export async function post(
  unit: Unit,
  { area, letter, to, language = "ja", values, slot, deadline = null, onceKey, attachments }: Post,
): Promise<void> {
  if (to === "") return;
  const spoken = SHIPPED[letter][language] ? language : "ja";
  const text = (await findText(unit.tx, area, letter, spoken)) ?? SHIPPED[letter][spoken]!;
  const shown: Values = {
    ...values,
    ...(slot ? { day: showSlot(slot, spoken) } : {}),
    ...(deadline ? { deadline: showDay(plainDateIn(deadline, "Asia/Tokyo"), spoken) } : {}),
    ...(spoken === "en" ? { office: officeName((await getArea(unit.tx, area)).name, spoken) } : {}),
  };
  await queueMail(unit.tx, scopeOf(unit.actor).actor, unit.clock.now(), {
    area,
    to,
    ...filled(text, shown),
    onceKey: `support:${letter}:${onceKey}`,
    kind: MAY_WAIT[letter] ?? "now",
    answerBy: deadline,
    link: values.link ?? "",
    reference: values.number ?? "",
    about: onceKey.split(":", 1)[0]!,
    ...(attachments ? { attachments } : {}),
  });
}

export type LetterText = Text & Readonly<{ letter: Letter; language: Language; own: boolean; preview: Text }>;

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
          preview: filled(text, PLACEHOLDERS),
        });
      }
    return ok(letters);
  });
}

export function saveLetter(
  app: App,
  actor: Actor,
  area: AreaId,
  { letter, language, subject, body }: { letter: string; language: string; subject: string; body: string },
): Promise<Result<void>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, supportPolicy, "letter.write", { type: "letter", area, id: letter });
    if (!permit.ok) return permit;
    const known =
      (LETTERS as readonly string[]).includes(letter) && SHIPPED[letter as Letter][language as Language];
    if (!known) return invalid({ letter: ["手紙を選び直してください。"] });
    const text = { subject: subject.trim(), body: body.replace(/\r\n?/g, "\n").trim() };
    if (text.subject === "" || text.subject.length > 200)
      return invalid({ subject: ["件名を200字までで書いてください。"] });
    if (text.body === "" || text.body.length > 5000)
      return invalid({ body: ["本文を5,000字までで書いてください。"] });
    const unknown = unknownPlaceholders(text);
    if (unknown.length > 0)
      return invalid({
        body: [
          `{${unknown[0]}} は使えません。使えるのは ${Object.keys(PLACEHOLDERS)
            .map((name) => `{${name}}`)
            .join(" ")} です。`,
        ],
      });
    const shipped = `${known.subject}${known.body}`;
    if (shipped.includes("{link}") && !text.body.includes("{link}"))
      return invalid({ body: ["{link} がないと、受け取った人がページを開けません。本文に入れてください。"] });
    await saveText(
      unit.tx,
      area,
      letter as Letter,
      language as Language,
      text,
      scopeOf(actor).actor,
      unit.clock.now(),
    );
    return ok(undefined);
  });
}
