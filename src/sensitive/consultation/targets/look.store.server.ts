import { tables } from "#platform/db/rows.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";

/** Writes down for the person that an office looked, in which role and at what; the name of who did stays out. */
export const insertLook = (
  permit: ConsultationPermit,
  look: Readonly<{
    person: string;
    organisation: OrganisationId;
    office: string;
    role: string;
    what: string;
  }>,
) =>
  tables(permit)
    .insertInto("sensitive.personLook")
    .values({
      id: newId() as string,
      personId: look.person,
      organisationId: look.organisation,
      office: look.office,
      role: look.role,
      what: look.what,
      at: permit.clock.now(),
    })
    .execute();

/** The looks at a person's data, the newest first. */
export const selectLooks = (permit: ConsultationPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.personLook")
    .select(["office", "role", "what", "at"])
    .where("personId", "=", person)
    .orderBy("at", "desc")
    .limit(200)
    .execute();
