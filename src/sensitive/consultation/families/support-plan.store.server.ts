import { type RowOf, tables } from "#platform/db/rows.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";

const GOALS = "sensitive.support_plan.goals";

export type PlanRow = RowOf<"sensitive.supportPlan">;
export type MemberRow = RowOf<"sensitive.supportPlanMember">;

export async function insertPlan(
  permit: ConsultationPermit,
  one: Omit<PlanRow, "goals" | "version" | "madeAt" | "endedOn">,
  goals: string,
): Promise<void> {
  const { seal } = await sealOf(permit, { kind: "organisation", id: one.organisationId });
  await tables(permit)
    .insertInto("sensitive.supportPlan")
    .values({ ...one, goals: seal(GOALS, one.id, goals), madeAt: permit.clock.now() })
    .execute();
}

export async function updateGoals(permit: ConsultationPermit, plan: PlanRow, goals: string): Promise<void> {
  const { seal } = await sealOf(permit, { kind: "organisation", id: plan.organisationId });
  await tables(permit)
    .updateTable("sensitive.supportPlan")
    .set({ goals: seal(GOALS, plan.id, goals) })
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", plan.id)
    .execute();
}

export const lockPlan = (permit: ConsultationPermit, id: string): Promise<PlanRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.supportPlan")
    .selectAll()
    .where("id", "=", id)
    .where("organisationId", "=", permit.subject.organisation!)
    .forUpdate()
    .executeTakeFirst();

export async function openGoals(permit: ConsultationPermit, plan: PlanRow): Promise<string> {
  const { open } = await sealOf(permit, { kind: "organisation", id: plan.organisationId });
  const text = open(GOALS, plan.id, plan.goals);
  return text === ERASED ? "" : text;
}

/** The members of a plan that have not left it. */
export const selectMembers = (permit: ConsultationPermit, plan: string): Promise<MemberRow[]> =>
  tables(permit)
    .selectFrom("sensitive.supportPlanMember")
    .selectAll()
    .where("planId", "=", plan)
    .where("leftOn", "is", null)
    .orderBy("agreedOn")
    .execute();

/** The plans that a case is a part of. */
export const selectPlansOf = (permit: ConsultationPermit, caseId: string): Promise<PlanRow[]> =>
  tables(permit)
    .selectFrom("sensitive.supportPlan")
    .selectAll("sensitive.supportPlan")
    .innerJoin("sensitive.supportPlanMember as member", "member.planId", "sensitive.supportPlan.id")
    .where("member.caseId", "=", caseId)
    .where("member.leftOn", "is", null)
    .execute();

export async function upsertMember(
  permit: ConsultationPermit,
  one: Omit<MemberRow, "leftOn">,
): Promise<void> {
  const { relation, agreedOn, way } = one;
  await tables(permit)
    .insertInto("sensitive.supportPlanMember")
    .values(one)
    .onConflict((row) =>
      row.columns(["planId", "caseId"]).doUpdateSet({ relation, agreedOn, way, leftOn: null }),
    )
    .execute();
}

export const updateLeft = (permit: ConsultationPermit, plan: string, caseId: string) =>
  tables(permit)
    .updateTable("sensitive.supportPlanMember")
    .set({ leftOn: permit.clock.today() })
    .where("planId", "=", plan)
    .where("caseId", "=", caseId)
    .where("leftOn", "is", null)
    .executeTakeFirst();
