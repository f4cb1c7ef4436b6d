import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { anyOf } from "#platform/db/database.ts";
import { db, tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import type {
  Consent,
  ConsentEvent,
  ConsentHistory,
  ConsentStep,
  ConsentText,
  NewConsent,
} from "./consent.schema.ts";

/** Holds what is known of a person's will until the transaction ends: several may rest on it, one may change it. */
export async function lockWill(work: Work, person: string, { change }: { change: boolean }): Promise<void> {
  const lock = sql.raw(change ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  await sql`select ${lock}(hashtextextended(${`consent:${person}`}, 0))`.execute(db(work));
}

export async function insertConsent(work: Work, one: NewConsent): Promise<string> {
  const id = newId() as string;
  const heard = one.way === "telephone" || one.way === "spoken";
  const textHash = hashOfText(one.text);
  await tables(work)
    .insertInto("sensitive.consentText")
    .values({ hash: textHash, ...one.text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tables(work)
    .insertInto("sensitive.consent")
    .values({
      id,
      personId: one.person,
      organisationId: one.organisation,
      partnerId: one.receiver.organisation,
      receiver: one.receiver.name,
      purpose: one.purpose,
      classes: sql`${one.classes}::text[]` as never,
      employer: one.employer,
      onBehalf: one.onBehalf?.who ?? null,
      onBehalfGround: one.onBehalf?.ground ?? null,
      way: one.way,
      textHash,
      fromDay: one.from,
      untilDay: one.until,
      confirmBy: heard ? addDays(plainDateIn(one.heardAt, "Asia/Tokyo"), one.confirmWithin) : null,
      heardBy: one.heardBy,
      heardAt: one.heardAt,
    })
    .execute();
  return id;
}

/** Adds a line; whoever does holds the person's will. */
export async function insertConsentEvent(
  work: Work,
  consent: Pick<Consent, "id" | "personId" | "organisationId" | "partnerId">,
  step: ConsentStep,
  { by, reason = "" }: Readonly<{ by: string; reason?: string | undefined }>,
): Promise<void> {
  const sequence = sql<number>`(select coalesce(max(sequence), 0) + 1 from sensitive.consent_event
    where person_id = ${consent.personId})`;
  await tables(work)
    .insertInto("sensitive.consentEvent")
    .values({
      consentId: consent.id,
      sequence,
      personId: consent.personId,
      organisationId: consent.organisationId,
      partnerId: consent.partnerId,
      ...{ step, by, reason, at: work.clock.now() },
    })
    .execute();
}

/** All consents about these persons that are in reach, with their lines, oldest first. */
export async function selectConsents(work: Work, persons: readonly string[]): Promise<ConsentHistory[]> {
  const consents = await tables(work)
    .selectFrom("sensitive.consent")
    .selectAll()
    .where("personId", "=", anyOf(persons))
    .orderBy("heardAt")
    .orderBy("id")
    .execute();
  const events: ConsentEvent[] = await tables(work)
    .selectFrom("sensitive.consentEvent")
    .select(["consentId", "sequence", "step", "reason", "by", "at"])
    .where("personId", "=", anyOf(persons))
    .orderBy("sequence")
    .execute();
  const byConsent = Map.groupBy(events, ({ consentId }) => consentId);
  return consents.map((one) => ({ ...(one as Consent), events: byConsent.get(one.id) ?? [] }));
}

export const findConsent = (work: Work, id: string): Promise<Consent | undefined> =>
  tables(work).selectFrom("sensitive.consent").selectAll().where("id", "=", id).executeTakeFirst() as Promise<
    Consent | undefined
  >;

/** The text that was read, as it stood then. */
export const findConsentText = (work: Work, hash: string): Promise<ConsentText | undefined> =>
  tables(work)
    .selectFrom("sensitive.consentText")
    .select(["language", "body"])
    .where("hash", "=", hash)
    .executeTakeFirst();

const hashOfText = ({ language, body }: ConsentText): string =>
  createHash("sha256")
    .update(JSON.stringify([language, body]))
    .digest("base64url");
