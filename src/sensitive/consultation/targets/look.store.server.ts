import { tables } from "#platform/db/rows.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ConsultationPermit } from "../access.ts";

export type Look = Readonly<{
  person: string;
  organisation: OrganisationId;
  office: string;
  role: string;
  what: string;
  why: string;
  /** Of what is seen many times a day, as a list is: it is written down once on that day. */
  onDay?: PlainDate;
}>;

/** Writes down for these persons that an office looked, in which role, at what and why; the name of who did stays out. */
export async function insertLooks(permit: ConsultationPermit, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  await tables(permit)
    .insertInto("sensitive.personLook")
    .values(
      looks.map(({ person, organisation, onDay, ...look }) => ({
        ...look,
        id: newId() as string,
        personId: person,
        organisationId: organisation,
        onDay: onDay ?? null,
        at: permit.clock.now(),
      })),
    )
    .onConflict((row) => row.doNothing())
    .execute();
}

/** The looks at a person's data, the newest first. */
export const selectLooks = (permit: ConsultationPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.personLook")
    .select(["office", "role", "what", "why", "at"])
    .where("personId", "=", person)
    .orderBy("at", "desc")
    .limit(200)
    .execute();
