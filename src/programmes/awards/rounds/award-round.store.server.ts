import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { AwardPermit } from "../access.ts";
import type { Decision, Round } from "../model/award.schema.ts";

const rounds = (permit: AwardPermit) => rowsOf(permit, "awardRound").selectAll().$narrowType<Round>();

export const findRound = (permit: AwardPermit, id: string): Promise<Round | undefined> =>
  rounds(permit).where("id", "=", id).executeTakeFirst();

/** Holds the round: entries, judges and decisions of it wait for each other. */
export const lockRound = (permit: AwardPermit, id: string): Promise<Round | undefined> =>
  rounds(permit).where("id", "=", id).forUpdate().executeTakeFirst();

export const selectRounds = (permit: AwardPermit, drafts: boolean): Promise<Round[]> =>
  rounds(permit)
    .where("state", "in", drafts ? ["draft", "open", "judging", "decided"] : ["open", "judging", "decided"])
    .orderBy("baseOn", "desc")
    .orderBy("id")
    .limit(100)
    .execute();

const stamp = (permit: AwardPermit) => ({
  updatedAt: permit.clock.now(),
  updatedBy: scopeOf(permit.actor).actor,
});

type Kept = Pick<
  Round,
  "id" | "scheme" | "edition" | "body" | "title" | "baseOn" | "closesOn" | "ceremony" | "giver"
>;
export async function upsertRound(permit: AwardPermit, { id, body, ...round }: Kept): Promise<void> {
  const columns = { ...round, body: JSON.stringify(body), ...stamp(permit) };
  await tables(permit)
    .insertInto("awardRound")
    .values({ areaId: permit.subject.area, id, state: "draft", ...columns })
    .onConflict((row) => row.columns(["areaId", "id"]).doUpdateSet(columns))
    .execute();
}

export const updateRound = (
  permit: AwardPermit,
  id: string,
  {
    withdrawn,
    decisions,
    ...change
  }: Partial<Pick<Round, "state" | "withdrawn">> & Readonly<{ decisions?: readonly Decision[] }>,
) =>
  tables(permit)
    .updateTable("awardRound")
    .set({
      ...change,
      ...(withdrawn ? { withdrawn: JSON.stringify(withdrawn) } : {}),
      ...(decisions ? { decisions: JSON.stringify(decisions) } : {}),
      ...stamp(permit),
    })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();

/** Rounds of these areas that are not decided, with how many have entered. */
export const selectUnderWay = (permit: AwardPermit, areas: readonly AreaId[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("awardRound")
        .select(["areaId", "id", "title", "state", "closesOn"])
        .$narrowType<Pick<Round, "state">>()
        .select(
          sql<number>`(select count(*)::int from award_entry entry where entry.area_id = award_round.area_id
            and entry.round_id = award_round.id and entry.state = 'submitted')`.as("entries"),
        )
        .where("areaId", "in", [...areas])
        .where("state", "in", ["open", "judging"])
        .execute();
