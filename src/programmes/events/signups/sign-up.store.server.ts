import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { EventPermit } from "../access.ts";
import type { EventPerson, SignUp } from "./sign-up.schema.ts";

const signUps = (permit: EventPermit) => rowsOf(permit, "eventSignUp").selectAll().$narrowType<SignUp>();

/** Whether there is such a sign-up, as the policy is asked about it. */
export const findSignUpSubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("eventSignUp")
    .select("id")
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

export const findSignUp = (permit: EventPermit, id: string): Promise<SignUp | undefined> =>
  signUps(permit).where("id", "=", id).executeTakeFirst();

export const selectSignUps = (permit: EventPermit, event: string): Promise<SignUp[]> =>
  signUps(permit).where("eventId", "=", event).orderBy("madeAt").orderBy("id").execute();

type NewSignUp = Omit<SignUp, "areaId" | "madeAt" | "madeOn">;

export async function insertSignUp(
  permit: EventPermit,
  signUp: NewSignUp,
  names: readonly string[],
): Promise<void> {
  const areaId = permit.subject.area;
  const now = permit.clock.now();
  await tables(permit)
    .insertInto("eventSignUp")
    .values({
      areaId,
      ...signUp,
      needs: [...signUp.needs],
      madeOn: permit.clock.today(),
      madeAt: now,
    })
    .execute();
  await tables(permit)
    .insertInto("eventPerson")
    .values(
      names.map((name, position) => ({
        ...{ areaId, id: newId() as string, eventId: signUp.eventId, signUpId: signUp.id, position, name },
        ...{ origin: "sign_up", addedAt: now },
      })),
    )
    .execute();
}

/** How many sign-ups came today by that way to reach somebody. */
export async function countSignUpsBy(
  permit: EventPermit,
  { phone, email, day }: Readonly<{ phone: string; email: string; day: PlainDate }>,
): Promise<number> {
  const { rows } = await sql<{ signUps: number }>`select event_sign_ups_by(${permit.subject.area}, ${phone},
    ${email}, ${day}) as sign_ups`.execute(tables(permit));
  return rows[0]!.signUps;
}

/** Who comes with a sign-up, in their order; who was taken out of it is left out. */
export const selectPersons = (permit: EventPermit, signUp: string): Promise<EventPerson[]> =>
  rowsOf(permit, "eventPerson")
    .selectAll()
    .where("signUpId", "=", signUp)
    .where("leftAt", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();

export async function updatePerson(
  permit: EventPermit,
  id: string,
  change: Partial<Pick<EventPerson, "name" | "printedName" | "leftAt">>,
): Promise<void> {
  await tables(permit)
    .updateTable("eventPerson")
    .set(change)
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
}
