import type { Finder } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { AwardPermit } from "../access.ts";
import type { Entry } from "../model/award.schema.ts";

/** Whose entry it is, as the policy is asked about it. */
export const findEntrySubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("awardEntry")
    .select(["id", "organisationId"])
    .$narrowType<{ organisationId: OrganisationId | null }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

const entries = (permit: AwardPermit) => rowsOf(permit, "awardEntry").selectAll().$narrowType<Entry>();

export const findEntry = (permit: AwardPermit, id: string): Promise<Entry | undefined> =>
  entries(permit).where("id", "=", id).executeTakeFirst();

export const lockEntry = (permit: AwardPermit, id: string): Promise<Entry | undefined> =>
  entries(permit).where("id", "=", id).forUpdate().executeTakeFirst();

/** All entries of a round that were not withdrawn, in the order in which they came. */
export const selectEntries = (permit: AwardPermit, roundId: string): Promise<Entry[]> =>
  entries(permit)
    .where("roundId", "=", roundId)
    .where("state", "!=", "withdrawn")
    .orderBy("madeAt")
    .orderBy("id")
    .execute();

/** Of each workplace and year that it entered, for what became of them. */
export const selectEntrants = (permit: AwardPermit) =>
  rowsOf(permit, "awardEntry")
    .innerJoin("awardRound as round", (join) =>
      join.onRef("round.areaId", "=", "awardEntry.areaId").onRef("round.id", "=", "awardEntry.roundId"),
    )
    .select(["awardEntry.id", "awardEntry.workplaceKey", "round.baseOn"])
    .where("awardEntry.state", "=", "submitted")
    .execute();

type Change = Partial<Omit<Entry, "areaId" | "id" | "roundId">>;
const columnsOf = ({ answers, rate, facts, confirmed, ...columns }: Change) => ({
  ...columns,
  ...(answers ? { answers: JSON.stringify(answers) } : {}),
  ...(rate === undefined ? {} : { rate: rate && JSON.stringify(rate) }),
  ...(facts ? { facts: JSON.stringify(facts) } : {}),
  ...(confirmed ? { confirmed: JSON.stringify(confirmed) } : {}),
});

export async function insertEntry(
  permit: AwardPermit,
  entry: Omit<
    Entry,
    "areaId" | "confirmed" | "appeal" | "appealAnswer" | "madeAt" | "submittedAt" | "settledAt"
  >,
): Promise<void> {
  const { answers, facts, ...rest } = entry;
  await tables(permit)
    .insertInto("awardEntry")
    .values({
      ...columnsOf(rest),
      ...{ id: entry.id, roundId: entry.roundId, areaId: permit.subject.area, madeAt: permit.clock.now() },
      ...{ answers: JSON.stringify(answers), facts: JSON.stringify(facts) },
    } as never)
    .onConflict((row) => row.doNothing())
    .execute();
}

export const updateEntry = (permit: AwardPermit, id: string, change: Change) =>
  tables(permit)
    .updateTable("awardEntry")
    .set(columnsOf(change))
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
