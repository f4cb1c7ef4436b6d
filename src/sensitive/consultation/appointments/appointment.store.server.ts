import { sql } from "kysely";
import { anyOf } from "#platform/db/database.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";

const EXPECTED = "sensitive.appointment.expected";

export type SessionRow = RowOf<"sensitive.counselSession">;
/** Whom the reception expects: as they called themselves, and how to call them. */
export type Expected = Readonly<{ name: string; phone: string }>;

export const insertSession = (permit: ConsultationPermit, one: Omit<SessionRow, "taken" | "cancelledAt">) =>
  tables(permit).insertInto("sensitive.counselSession").values(one).execute();

/** A session, held until the transaction ends: who takes or gives back a place counts under this lock. */
export const lockSession = (permit: ConsultationPermit, id: string): Promise<SessionRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.counselSession")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export async function updateTaken(permit: ConsultationPermit, id: string): Promise<void> {
  await tables(permit)
    .updateTable("sensitive.counselSession")
    .set({
      taken: sql<number>`(select count(*) from sensitive.appointment
        where session_id = ${id} and state in ('booked', 'attended', 'missed'))`,
    })
    .where("id", "=", id)
    .execute();
}

export const updateCancelled = (permit: ConsultationPermit, id: string) =>
  tables(permit)
    .updateTable("sensitive.counselSession")
    .set({ cancelledAt: permit.clock.now() })
    .where("id", "=", id)
    .execute();

export const selectSessions = (
  permit: ConsultationPermit,
  organisation: OrganisationId,
  from: PlainDate,
  to: PlainDate,
): Promise<SessionRow[]> =>
  tables(permit)
    .selectFrom("sensitive.counselSession")
    .selectAll()
    .where("organisationId", "=", organisation)
    .where("day", ">=", from)
    .where("day", "<=", to)
    // One that was called off stays as long as somebody is to be told.
    .where((row) =>
      row.or([
        row("cancelledAt", "is", null),
        row.exists(
          row
            .selectFrom("sensitive.appointment as told")
            .select("told.id")
            .whereRef("told.sessionId", "=", "sensitive.counselSession.id")
            .where("told.state", "=", "booked"),
        ),
      ]),
    )
    .orderBy("day")
    .orderBy("starts")
    .execute();

export async function insertAppointment(
  permit: ConsultationPermit,
  one: Readonly<{ session: string; organisation: OrganisationId; caseId: string | null; by: string }>,
  expected: Expected,
): Promise<string> {
  const id = newId() as string;
  const at = permit.clock.now();
  const { seal } = await sealOf(permit, { kind: "organisation", id: one.organisation });
  await tables(permit)
    .insertInto("sensitive.appointment")
    .values({
      id,
      sessionId: one.session,
      organisationId: one.organisation,
      expected: seal(EXPECTED, id, JSON.stringify(expected)),
      caseId: one.caseId,
      state: "booked",
      madeBy: one.by,
      madeAt: at,
      changedAt: at,
    })
    .execute();
  return id;
}

export const lockAppointment = (permit: ConsultationPermit, id: string) =>
  tables(permit)
    .selectFrom("sensitive.appointment")
    .select(["id", "sessionId", "organisationId", "state"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const updateAppointment = (
  permit: ConsultationPermit,
  id: string,
  state: "attended" | "cancelled" | "missed",
) =>
  tables(permit)
    .updateTable("sensitive.appointment")
    .set({ state, changedAt: permit.clock.now() })
    .where("id", "=", id)
    .execute();

/** Who is expected at these sessions, in the order of booking. */
export async function selectAppointments(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  sessions: readonly string[],
) {
  const rows = await tables(permit)
    .selectFrom("sensitive.appointment")
    .selectAll()
    .where("sessionId", "=", anyOf(sessions))
    .where("state", "!=", "cancelled")
    .orderBy("madeAt")
    .execute();
  if (rows.length === 0) return [];
  const { open } = await sealOf(permit, { kind: "organisation", id: organisation });
  return rows.map((row) => {
    const text = open(EXPECTED, row.id, row.expected);
    const expected: Expected = text === ERASED ? { name: "", phone: "" } : JSON.parse(text);
    return { id: row.id, session: row.sessionId, state: row.state, caseId: row.caseId, expected };
  });
}
