import { type RowOf, tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { destroyKey, ERASED } from "#platform/sealing/data-keys.ts";
import { seal, sealsOf } from "#platform/sealing/seal.ts";
import type { PreventionPermit } from "../access.ts";

type Call = RowOf<"sensitive.preventionCall">;
const PHONE = "sensitive.prevention_call.phone";
const holder = (id: string) => ({ kind: "person" as const, id });

/** The id is of chance alone: nothing of it tells when somebody asked. */
export async function insertCall(
  permit: PreventionPermit,
  phone: string,
  reach: Call["reach"],
): Promise<void> {
  const id = crypto.randomUUID() as string;
  await tables(permit)
    .insertInto("sensitive.preventionCall")
    .values({
      ...{ id, areaId: permit.subject.area, reach, askedOn: permit.clock.today() },
      phone: await seal(permit, holder(id), PHONE, id, phone),
    })
    .execute();
}

export const countCallsAskedOn = async (permit: PreventionPermit, day: PlainDate): Promise<number> => {
  const row = await tables(permit)
    .selectFrom("sensitive.preventionCall")
    .select(({ fn }) => fn.countAll().as("calls"))
    .where("areaId", "=", permit.subject.area)
    .where("askedOn", "=", day)
    .executeTakeFirstOrThrow();
  return Number(row.calls);
};

/** The calls that are still to be made, with their numbers. */
export async function selectOpenCalls(permit: PreventionPermit) {
  const rows = await tables(permit)
    .selectFrom("sensitive.preventionCall")
    .select(["id", "phone", "reach", "askedOn"])
    .where("areaId", "=", permit.subject.area)
    .where("calledOn", "is", null)
    .orderBy("askedOn")
    .orderBy("id")
    .execute();
  const seals = await sealsOf(
    permit,
    rows.map(({ id }) => holder(id)),
  );
  return rows.map(({ phone, ...row }) => {
    const told = seals(holder(row.id)).open(PHONE, row.id, phone!);
    return { ...row, phone: told === ERASED ? "" : told };
  });
}

export const countOpenCalls = (permit: PreventionPermit, areas: readonly string[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("sensitive.preventionCall")
        .select("areaId")
        .select(({ fn }) => fn.countAll().as("calls"))
        .select(({ fn }) => fn.min("askedOn").as("first"))
        .where("areaId", "in", [...areas] as Call["areaId"][])
        .where("calledOn", "is", null)
        .groupBy("areaId")
        .execute();

/** Of what was called the number goes at once, with the key that opened it. */
export async function closeCall(permit: PreventionPermit, id: string): Promise<boolean> {
  const done = await tables(permit)
    .updateTable("sensitive.preventionCall")
    .set({ phone: null, calledOn: permit.clock.today() })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .where("calledOn", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await destroyKey(permit, holder(id));
  return true;
}

/** What nobody called in time goes as well. */
export async function deleteCallsBefore(permit: PreventionPermit, day: PlainDate): Promise<number> {
  const gone = await tables(permit)
    .deleteFrom("sensitive.preventionCall")
    .where("askedOn", "<", day)
    .returning("id")
    .execute();
  for (const { id } of gone) await destroyKey(permit, holder(id));
  return gone.length;
}
