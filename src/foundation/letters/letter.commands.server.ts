import { scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import {
  deliveriesOf,
  type MailLine,
  mailsAbout,
  type Undelivered,
  undeliveredTo,
} from "#platform/mail/deliveries.ts";
import { HELD_MS, type Mail, queueMail } from "#platform/mail/outbox.ts";
import { takeBackMail } from "#platform/mail/take-back.ts";
import { allowedIn, filled, languageFor, letterOf } from "./letter.rules.ts";
import type { LetterLanguage, LetterSet, LetterValues } from "./letter.schema.ts";
import { findText, insertVersion, type LetterPlace, type StandingText } from "./letter.store.server.ts";

/** The letters of a module, as its `module.ts` hands them on. */
export const defineLetters = <Key extends string, Name extends string>(
  set: LetterSet<Key, Name>,
): LetterSet<Key, Name> => set;

export type NewLetter<Key extends string, Name extends string> = Pick<
  Mail,
  "onceKey" | "about" | "attachments" | "answerBy" | "reference" | "name" | "leave"
> &
  Readonly<{
    area: AreaId;
    letter: Key;
    /** Empty: there is no mailbox, nothing goes out. */
    to: string;
    language?: LetterLanguage;
    /** The values, in the language in which the letter is written. */
    values: LetterValues<Name> | ((language: LetterLanguage) => LetterValues<Name>);
  }>;

/** Puts a letter into the outbox, in the transaction of the work under way; the mail notes which version it was filled from. */
export async function sendLetter<Key extends string, Name extends string>(
  work: Work,
  of: LetterSet<Key, Name>,
  { area, letter: key, to, language: wanted = "ja", values, ...mail }: NewLetter<Key, Name>,
): Promise<void> {
  if (to === "") return;
  const set: LetterSet = of;
  const letter = letterOf(set, key)!;
  const language = languageFor(letter, wanted);
  const { version, ...text } = await standingText(work, area, set, {
    module: set.module,
    letter: key,
    language,
  });
  const given: LetterValues = typeof values === "function" ? values(language) : values;
  const allowed = allowedIn(set, letter, given);
  await queueMail(work, scopeOf(work.actor).actor, work.clock.now(), {
    ...mail,
    ...filled(text, allowed),
    area,
    to,
    held: set.held === true && work.actor.kind === "person",
    kind: letter.kind ?? "now",
    link: allowed.link ?? "",
    letterVersion: version,
  });
}

/** The area's own text, or the shipped one, which is kept as a version from the first time on that it goes out. */
async function standingText(
  work: Work,
  area: AreaId,
  set: LetterSet,
  place: LetterPlace,
): Promise<StandingText> {
  const own = await findText(work, area, place);
  if (own) return own;
  const { module, letter, language } = place;
  const text = letterOf(set, letter)![language]!;
  const version = namedId("letter", area, module, letter, language, text.subject, text.body);
  await insertVersion(work, area, place, { ...text, version }, "<shipped>");
  return { ...text, version };
}

/** Until when what was done at that moment can be undone: so long its letters wait. */
export const undoableUntil = (at: Date): Date => new Date(at.getTime() + HELD_MS);

/** Takes back the letters about these that were written since then; false where it is too late for one of them. */
export const takeBackLetters = async (
  work: Work,
  area: AreaId,
  about: readonly string[],
  since: Date,
): Promise<boolean> =>
  work.clock.now() < undoableUntil(since) && (await takeBackMail(work, area, about, since));

/** The letters about these, the last first: whom they went to, when, and how they fared. */
export const lettersAbout = (work: Work, area: AreaId, about: readonly string[]): Promise<MailLine[]> =>
  mailsAbout(work, area, about, MOST_LINES);
const MOST_LINES = 100;

/** Of whom our last mail did not arrive, by what it was about; nothing where the address was put right since. */
export async function undeliveredOf(
  work: Work,
  area: AreaId,
  recipients: readonly Readonly<{ about: string; email: string }>[],
): Promise<ReadonlyMap<string, Undelivered>> {
  const last = await deliveriesOf(
    work,
    area,
    recipients.map(({ about }) => about),
  );
  return new Map(
    recipients.flatMap(({ about, email }) => {
      const told = undeliveredTo(email, last.get(about));
      return told ? [[about, told]] : [];
    }),
  );
}
