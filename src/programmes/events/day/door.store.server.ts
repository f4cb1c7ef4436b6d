import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { EventPermit } from "../access.ts";
import type { Counts } from "./door.rules.ts";
import type { TallyUnit } from "./tally-kinds.schema.ts";

/** Who is on the list of an event, with the sign-up of each; who was taken out of it is left out. */
export const selectListed = (permit: EventPermit, event: string) =>
  tables(permit)
    .selectFrom("eventPerson as person")
    .leftJoin("eventSignUp as signUp", (join) =>
      join.onRef("signUp.areaId", "=", "person.areaId").onRef("signUp.id", "=", "person.signUpId"),
    )
    .select(["person.id", "person.name", "person.printedName", "person.origin", "person.signUpId"])
    .select([
      "person.position",
      "person.workplace as told",
      "signUp.number",
      "signUp.workplace",
      "signUp.needs",
    ])
    .where("person.areaId", "=", permit.subject.area)
    .where("person.eventId", "=", event)
    .where("person.leftAt", "is", null)
    .orderBy("signUp.workplace")
    .orderBy("signUp.number")
    .orderBy("person.position")
    .orderBy("person.id")
    .execute();

export const selectPresences = async (permit: EventPermit, sessions: readonly string[]) =>
  sessions.length === 0
    ? []
    : rowsOf(permit, "eventPresence")
        .select(["sessionId", "personId", "inAt", "outAt"])
        .where("sessionId", "in", [...sessions])
        .execute();

/** Who was there once is there once: the first time stays. */
export const insertPresence = (permit: EventPermit, sessionId: string, personId: string, inAt: Date) =>
  tables(permit)
    .insertInto("eventPresence")
    .values({
      ...{ areaId: permit.subject.area, sessionId, personId, inAt, outAt: null },
      by: scopeOf(permit.actor).actor,
    })
    .onConflict((row) => row.columns(["areaId", "sessionId", "personId"]).doUpdateSet({ outAt: null }))
    .returning("inAt")
    .executeTakeFirstOrThrow();

export async function updateOut(permit: EventPermit, session: string, person: string, outAt: Date) {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("eventPresence")
    .set({ outAt })
    .where("areaId", "=", permit.subject.area)
    .where("sessionId", "=", session)
    .where("personId", "=", person)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deletePresence(permit: EventPermit, session: string, person: string) {
  const { numDeletedRows } = await tables(permit)
    .deleteFrom("eventPresence")
    .where("areaId", "=", permit.subject.area)
    .where("sessionId", "=", session)
    .where("personId", "=", person)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function insertWalkIn(
  permit: EventPermit,
  eventId: string,
  { name, workplace }: Readonly<{ name: string; workplace: string }>,
): Promise<string> {
  const id = newId() as string;
  await tables(permit)
    .insertInto("eventPerson")
    .values({
      ...{ areaId: permit.subject.area, id, eventId, signUpId: null, position: 0, name, workplace },
      ...{ origin: "walk_in", addedAt: permit.clock.now() },
    })
    .execute();
  return id;
}

type Press = Readonly<{ id: string; what: TallyUnit; amount: number }>;

/** A press that comes in twice counts once. */
export const insertPresses = (permit: EventPermit, sessionId: string, presses: readonly Press[]) =>
  tables(permit)
    .insertInto("eventTally")
    .values(
      presses.map((one) => ({
        ...{ areaId: permit.subject.area, sessionId, ...one, at: permit.clock.now() },
        by: scopeOf(permit.actor).actor,
      })),
    )
    .onConflict((row) => row.columns(["areaId", "id"]).doNothing())
    .execute();

/** What was pressed in these sessions, a sum a unit. */
export async function sumPresses(permit: EventPermit, sessions: readonly string[]): Promise<Counts> {
  if (sessions.length === 0) return {};
  const sums = await rowsOf(permit, "eventTally")
    .select(["what", ({ fn }) => fn.sum<string>("amount").as("amount")])
    .where("sessionId", "in", [...sessions])
    .groupBy("what")
    .execute();
  return Object.fromEntries(sums.map(({ what, amount }) => [what, Number(amount)]));
}
