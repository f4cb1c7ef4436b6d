import { scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { CLASS_WORDS, STATE_WORDS } from "./consent.messages.ts";
import { receiverOf, STEPS, statesOn, uncovered } from "./consent.rules.ts";
import type { ConsentHistory, ConsentState, ConsentStep, DataClass, NewConsent } from "./consent.schema.ts";
import {
  findConsent,
  insertConsent,
  insertConsentEvent,
  lockWill,
  selectConsents,
} from "./consent.store.server.ts";

/** Writes down that somebody agreed. Nothing is ticked beforehand: at least one item has to be. */
export async function giveConsent(work: Work, one: NewConsent): Promise<Result<{ id: string }>> {
  if (one.classes.length === 0)
    return invalid({ classes: ["渡してよい項目を、ご本人に確認して1つ以上選択してください。"] });
  if (one.until !== null && one.until < one.from)
    return invalid({ until: ["終了日は、開始日以降の日付にしてください。"] });
  await lockWill(work, one.person, { change: true });
  const id = await insertConsent(work, one);
  const consent = {
    id,
    personId: one.person,
    organisationId: one.organisation,
    partnerId: one.receiver.organisation,
  };
  await insertConsentEvent(work, consent, "given", { by: scopeOf(work.actor).actor });
  return ok({ id });
}

/**
 * Takes a step with a consent: `confirmed` in writing or by a second call, `withdrawn` by the person, `invalid` where it
 * never counted, `ended` with the matter. From that moment on the policies of the schema refuse what rested on it.
 */
export async function takeConsentStep(
  work: Work,
  id: string,
  step: Exclude<ConsentStep, "given">,
  { reason }: Readonly<{ reason?: string | undefined }> = {},
): Promise<Result<ConsentHistory>> {
  const consent = await findConsent(work, id);
  if (!consent) return notFound("consent");
  await lockWill(work, consent.personId, { change: true });
  const all = await selectConsents(work, [consent.personId]);
  const state = statesOn(all, work.clock.today()).get(id)!;
  if (!STEPS[state].includes(step))
    return conflict(`この同意は「${STATE_WORDS[state]}」のため、変更できません。何も変わっていません。`);
  await insertConsentEvent(work, consent, step, { by: scopeOf(work.actor).actor, reason });
  return ok(all.find((one) => one.id === id)!);
}

/**
 * Ends every consent of that purpose which still holds: the matter that it was given for is closed. Those for the receivers
 * of `except` hold on.
 */
export async function endConsents(
  work: Work,
  person: string,
  purpose: string,
  { except = [] }: Readonly<{ except?: readonly string[] }> = {},
): Promise<void> {
  await lockWill(work, person, { change: true });
  const all = await selectConsents(work, [person]);
  const states = statesOn(all, work.clock.today());
  for (const one of all)
    if (
      one.purpose === purpose &&
      !except.includes(receiverOf(one)) &&
      STEPS[states.get(one.id)!].includes("ended")
    )
      await insertConsentEvent(work, one, "ended", { by: scopeOf(work.actor).actor });
}

/**
 * Makes sure that the person agrees to that receiver having these, and that this stays so until the transaction ends: a
 * withdrawal waits for it, or comes first and refuses it.
 */
export async function requireConsent(
  work: Work,
  person: string,
  want: Readonly<{ receiver: string; purpose: string; classes: readonly DataClass[] }>,
): Promise<Result<void>> {
  await lockWill(work, person, { change: false });
  const all = await selectConsents(work, [person]);
  const missing = uncovered(all, want, work.clock.today());
  if (missing.length === 0) return ok(undefined);
  const ended = lastEnd(all, want, work.clock.today());
  return conflict(
    ended ?? `ご本人の同意がない項目があります（${missing.map((one) => CLASS_WORDS[one]).join("、")}）。`,
  );
}

/** The sentence for who worked on what a person has taken back, or what has run out: since when, and that nothing was stored. */
function lastEnd(
  all: readonly ConsentHistory[],
  want: Readonly<{ receiver: string; purpose: string }>,
  today: PlainDate,
): string | undefined {
  const one = all
    .filter((each) => receiverOf(each) === want.receiver && each.purpose === want.purpose)
    .sort((a, b) => b.events.at(-1)!.sequence - a.events.at(-1)!.sequence)[0];
  const last = one?.events.at(-1);
  if (!last) return undefined;
  const state = statesOn(all, today).get(one!.id)!;
  if (state === "expired" || state === "unconfirmed") {
    const day = state === "expired" ? one!.untilDay! : one!.confirmBy!;
    return `ご本人の同意は、${showDateJa(day)}に期限が切れました。何も保存していません。`;
  }
  if (!(last.step === "withdrawn" || last.step === "ended")) return undefined;
  const what = last.step === "withdrawn" ? "撤回されました" : "終了しました";
  return `ご本人の同意は${atMinute(last.at)}に${what}。何も保存していません。`;
}

const atMinute = (at: Date): string =>
  new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo",
    ...{ year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" },
  } as Intl.DateTimeFormatOptions).format(at);

/** The consents of these persons with the state of each today. */
export async function listConsents(
  work: Work,
  persons: readonly string[],
): Promise<(ConsentHistory & { state: ConsentState })[]> {
  const all = await selectConsents(work, persons);
  const byPerson = Map.groupBy(all, ({ personId }) => personId);
  return [...byPerson.values()].flatMap((own) => {
    const states = statesOn(own, work.clock.today());
    return own.map((one) => ({ ...one, state: states.get(one.id)! }));
  });
}
