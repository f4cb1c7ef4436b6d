import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { ActPermit } from "../access.ts";
import type { ActCheck, ActStep } from "../model/act.schema.ts";
import type { Answer } from "../model/act-lists.schema.ts";

/** Whose check it is, as the policy is asked about it. */
export const findCheckSubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("actCheck")
    .select(["id", "organisationId"])
    .$narrowType<{ organisationId: OrganisationId | null }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

const checks = (permit: ActPermit) => rowsOf(permit, "actCheck").selectAll().$narrowType<ActCheck>();

export const findCheck = (permit: ActPermit, id: string): Promise<ActCheck | undefined> =>
  checks(permit).where("id", "=", id).executeTakeFirst();

export const lockCheck = (permit: ActPermit, id: string): Promise<ActCheck | undefined> =>
  checks(permit).where("id", "=", id).forUpdate().executeTakeFirst();

export const selectChecksOf = (permit: ActPermit, organisations: readonly OrganisationId[]) =>
  organisations.length === 0
    ? Promise.resolve([])
    : checks(permit)
        .where("organisationId", "in", [...organisations])
        .orderBy("madeAt", "desc")
        .limit(50)
        .execute();

export async function insertCheck(permit: ActPermit, check: Omit<ActCheck, "areaId">): Promise<void> {
  const { facts, questions, answers, first, ...columns } = check;
  await tables(permit)
    .insertInto("actCheck")
    .values({
      ...columns,
      areaId: permit.subject.area,
      facts: JSON.stringify(facts),
      questions: JSON.stringify(questions),
      answers: JSON.stringify(answers),
      first: first && JSON.stringify(first),
    })
    .onConflict((row) => row.doNothing())
    .execute();
}

export const updateAnswers = (
  permit: ActPermit,
  id: string,
  { answers, ...change }: Pick<ActCheck, "answers" | "met" | "unanswered">,
) =>
  tables(permit)
    .updateTable("actCheck")
    .set({ ...change, answers: JSON.stringify(answers), changedAt: permit.clock.now() })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();

/** A check that its maker wants to be gone, with its steps and voices; what was undertaken in public stays. */
export async function deleteCheck(permit: ActPermit, id: string): Promise<void> {
  const areaId = permit.subject.area;
  for (const table of ["actVoice", "actStep"] as const)
    await tables(permit).deleteFrom(table).where("areaId", "=", areaId).where("checkId", "=", id).execute();
  await tables(permit).deleteFrom("actCheck").where("areaId", "=", areaId).where("id", "=", id).execute();
}

export const selectSteps = (permit: ActPermit, checkId: string): Promise<ActStep[]> =>
  rowsOf(permit, "actStep")
    .selectAll()
    .$narrowType<ActStep>()
    .where("checkId", "=", checkId)
    .orderBy("takenAt")
    .execute();

/** Takes or declines a step; one that was taken before keeps its key, so that what it made is made once. */
export async function upsertStep(
  permit: ActPermit,
  step: Pick<ActStep, "id" | "checkId" | "question" | "kind" | "state" | "onDay" | "requestKey">,
): Promise<ActStep> {
  const { onDay, state } = step;
  return tables(permit)
    .insertInto("actStep")
    .values({ ...step, areaId: permit.subject.area, takenAt: permit.clock.now() })
    .onConflict((row) =>
      row.columns(["areaId", "checkId", "question"]).doUpdateSet({ onDay, state, doneAt: null }),
    )
    .returningAll()
    .$narrowType<ActStep>()
    .executeTakeFirstOrThrow();
}

/** Steps are done, or begin anew; those whose question was answered since. */
export const finishSteps = async (permit: ActPermit, checkId: string, questions: readonly string[]) =>
  questions.length === 0
    ? undefined
    : tables(permit)
        .updateTable("actStep")
        .set({ state: "done", doneAt: permit.clock.now() })
        .where("areaId", "=", permit.subject.area)
        .where("checkId", "=", checkId)
        .where("question", "in", [...questions])
        .execute();

export const insertVoice = (
  permit: ActPermit,
  voice: Readonly<{ id: string; checkId: string; answers: Readonly<Record<string, Answer>> }>,
) =>
  tables(permit)
    .insertInto("actVoice")
    .values({
      ...{ areaId: permit.subject.area, id: voice.id, checkId: voice.checkId },
      answers: JSON.stringify(voice.answers),
      saidAt: permit.clock.now(),
    })
    .onConflict((row) => row.doNothing())
    .execute();

export const selectVoices = (permit: ActPermit, checkId: string) =>
  rowsOf(permit, "actVoice")
    .select("answers")
    .$narrowType<{ answers: Readonly<Record<string, Answer>> }>()
    .where("checkId", "=", checkId)
    .execute();

/** What ten workplaces and more of that size came to this year; nothing of fewer. */
export async function compareAlike(permit: ActPermit, { sizeClass, fiscalYear }: ActCheck) {
  const { rows } = await sql<{ checks: number; met: number; base: number }>`select * from
    act_checks_alike(${permit.subject.area}, ${sizeClass}, ${fiscalYear})`.execute(tables(permit));
  return rows[0];
}
