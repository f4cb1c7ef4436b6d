import { sql, type Updateable } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { type Column, sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseRow, ContactNote, ContactRow, Intake } from "../model/case.schema.ts";

const INTAKE = "sensitive.consultation_case.intake";
const NOTE = "sensitive.case_contact.note";
const EVENT = "sensitive.case_event.note";
/** At whose door something is done; the rows of no other office are found there. */
const officeOf = (permit: ConsultationPermit) => permit.subject.organisation!;
const NOTHING_TOLD: Intake = { told: "", tried: "", wish: "", steps: [] };

export async function insertCase(
  permit: ConsultationPermit,
  one: Omit<CaseRow, "intake" | "version" | "changedAt" | "closedOn" | "outcome" | "state" | "erasedOn">,
  intake: Intake,
): Promise<void> {
  const { seal } = await sealOf(permit, { kind: "person", id: one.personId });
  await tables(permit)
    .insertInto("sensitive.consultationCase")
    .values({
      ...one,
      topics: sql`${one.topics}::text[]` as never,
      intake: seal(INTAKE, one.id, JSON.stringify(intake)),
      state: "open",
      changedAt: permit.clock.now(),
    })
    .execute();
}

/** The next number of an office in a fiscal year: 2026-0412. Who opens a case holds the office's numbers meanwhile. */
export async function nextNumber(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  year: number,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case-number:${organisation}`}, 0))`.execute(
    tables(permit),
  );
  const last = await tables(permit)
    .selectFrom("sensitive.consultationCase")
    .select(sql<string | null>`max(number)`.as("number"))
    .where("organisationId", "=", organisation)
    .where("number", "like", `${year}-%`)
    .executeTakeFirst();
  const count = Number(last?.number?.slice(5) ?? 0) + 1;
  return `${year}-${String(count).padStart(4, "0")}`;
}

export const lockCase = (permit: ConsultationPermit, id: string): Promise<CaseRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .selectAll()
    .where("id", "=", id)
    .where("organisationId", "=", officeOf(permit))
    .where("erasedOn", "is", null)
    .forUpdate()
    .executeTakeFirst() as Promise<CaseRow | undefined>;

export const findCase = (permit: ConsultationPermit, id: string): Promise<CaseRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .selectAll()
    .where("id", "=", id)
    .where("organisationId", "=", officeOf(permit))
    .where("erasedOn", "is", null)
    .executeTakeFirst() as Promise<CaseRow | undefined>;

export const findCaseByNumber = (
  permit: ConsultationPermit,
  organisation: OrganisationId,
  number: string,
): Promise<CaseRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .selectAll()
    .where("organisationId", "=", organisation)
    .where("number", "=", number.normalize("NFKC").trim())
    .where("erasedOn", "is", null)
    .executeTakeFirst() as Promise<CaseRow | undefined>;

export async function updateCase(
  permit: ConsultationPermit,
  id: string,
  change: Updateable<CamelTables["sensitive.consultationCase"]>,
): Promise<void> {
  await tables(permit)
    .updateTable("sensitive.consultationCase")
    .set({ ...change, changedAt: permit.clock.now() })
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export const sealIntake = async (
  permit: ConsultationPermit,
  one: Pick<CaseRow, "id" | "personId">,
  intake: Intake,
) =>
  (await sealOf(permit, { kind: "person", id: one.personId })).seal(INTAKE, one.id, JSON.stringify(intake));

export async function openIntake(permit: ConsultationPermit, one: CaseRow): Promise<Intake> {
  return (await opened<Intake>(permit, one.personId, INTAKE, one.id, one.intake)) ?? NOTHING_TOLD;
}

export async function insertContact(
  permit: ConsultationPermit,
  one: Omit<ContactRow, "id" | "note" | "madeAt">,
  note: ContactNote,
): Promise<string> {
  const id = newId() as string;
  const { seal } = await sealOf(permit, { kind: "person", id: one.personId });
  await tables(permit)
    .insertInto("sensitive.caseContact")
    .values({
      ...one,
      id,
      note: seal(NOTE, id, JSON.stringify(note)),
      madeAt: permit.clock.now(),
    })
    .execute();
  return id;
}

/** The contacts of a case as they stand after corrections, the newest first, with what was written. */
export async function selectContacts(
  permit: ConsultationPermit,
  one: Pick<CaseRow, "id" | "personId">,
): Promise<(ContactRow & { text: ContactNote | undefined })[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.caseContact as contact")
    .selectAll()
    .where("caseId", "=", one.id)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("sensitive.caseContact as later")
            .select("later.id")
            .where("later.replaces", "=", row.ref("contact.id")),
        ),
      ),
    )
    .orderBy("day", "desc")
    .orderBy("id", "desc")
    .execute();
  const { open } = await sealOf(permit, { kind: "person", id: one.personId });
  return rows.map((row) => {
    const text = open(NOTE, row.id, row.note);
    return { ...row, text: text === ERASED ? undefined : (JSON.parse(text) as ContactNote) };
  });
}

/** Whether another row has taken the place of that one. */
export const isCorrected = async (permit: ConsultationPermit, id: string): Promise<boolean> =>
  (await tables(permit)
    .selectFrom("sensitive.caseContact")
    .select("id")
    .where("replaces", "=", id)
    .executeTakeFirst()) !== undefined;

export const findContact = (permit: ConsultationPermit, id: string): Promise<ContactRow | undefined> =>
  tables(permit).selectFrom("sensitive.caseContact").selectAll().where("id", "=", id).executeTakeFirst();

export async function insertCaseEvent(
  permit: ConsultationPermit,
  one: Pick<CaseRow, "id" | "organisationId" | "personId">,
  step: string,
  { detail = "", note, by }: Readonly<{ detail?: string; note?: string | undefined; by: string }>,
): Promise<void> {
  const id = newId() as string;
  const sealed = note
    ? (await sealOf(permit, { kind: "person", id: one.personId })).seal(EVENT, id, note)
    : null;
  await tables(permit)
    .insertInto("sensitive.caseEvent")
    .values({
      id,
      organisationId: one.organisationId,
      caseId: one.id,
      personId: one.personId,
      ...{ step, detail, by, note: sealed, at: permit.clock.now() },
    })
    .execute();
}

export const selectCaseEvents = (permit: ConsultationPermit, id: string) =>
  tables(permit)
    .selectFrom("sensitive.caseEvent")
    .select(["id", "step", "detail", "by", "at"])
    .where("caseId", "=", id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();

export const selectCasesOfClients = (
  permit: ConsultationPermit,
  clients: readonly string[],
): Promise<CaseRow[]> =>
  tables(permit)
    .selectFrom("sensitive.consultationCase")
    .selectAll()
    .where("clientId", "=", anyOf(clients))
    .orderBy("openedOn", "desc")
    .execute() as Promise<CaseRow[]>;

/** What was sealed for a person; undefined where their key was destroyed. */
async function opened<T>(
  permit: ConsultationPermit,
  person: string,
  column: Column,
  row: string,
  sealed: Uint8Array,
): Promise<T | undefined> {
  const text = (await sealOf(permit, { kind: "person", id: person })).open(column, row, sealed);
  return text === ERASED ? undefined : (JSON.parse(text) as T);
}

/** The consents of which a signed copy is among the papers of the case. */
export async function consentsWithCopy(permit: ConsultationPermit, caseId: string): Promise<Set<string>> {
  const rows = await tables(permit)
    .selectFrom("sensitive.caseFile")
    .select("consentId")
    .where("caseId", "=", caseId)
    .where("consentId", "is not", null)
    .execute();
  return new Set(rows.flatMap(({ consentId }) => consentId ?? []));
}
