import { sql, type Updateable } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { StressPermit } from "../access.ts";
import type { Run, Workplace } from "../model/run.schema.ts";

const officeOf = ({ subject }: StressPermit): OrganisationId => subject.organisation!;
const by = ({ actor }: StressPermit): string =>
  actor.kind === "person" ? actor.userId : actor.kind === "holder" ? "<workplace>" : `<${actor.kind}>`;

/** Runs of an office: those that it carries out, or those that it brought workplaces together for. */
export const selectRuns = (
  permit: StressPermit,
  side: "organisationId" | "organiserId",
  office = officeOf(permit),
): Promise<Run[]> =>
  tables(permit)
    .selectFrom("sensitive.stressRun")
    .selectAll()
    .where(side, "=", office)
    .orderBy("fiscalYear", "desc")
    .orderBy("madeAt", "desc")
    .execute();

export const findRun = (
  permit: StressPermit,
  id: string,
  side: "organisationId" | "organiserId" = "organisationId",
): Promise<Run | undefined> =>
  tables(permit)
    .selectFrom("sensitive.stressRun")
    .selectAll()
    .where("id", "=", id)
    .where(side, "=", officeOf(permit))
    .executeTakeFirst();

/** The same, held until the work is done: what depends on its state waits. */
export const lockRun = (
  permit: StressPermit,
  id: string,
  side: "organisationId" | "organiserId" = "organisationId",
): Promise<Run | undefined> =>
  tables(permit)
    .selectFrom("sensitive.stressRun")
    .selectAll()
    .where("id", "=", id)
    .where(side, "=", officeOf(permit))
    .forUpdate()
    .executeTakeFirst();

/** A run in reach, whoever's: for who holds a link or a code of it. */
export const findRunInReach = (permit: StressPermit, id: string): Promise<Run | undefined> =>
  tables(permit).selectFrom("sensitive.stressRun").selectAll().where("id", "=", id).executeTakeFirst();

export const insertRun = (
  permit: StressPermit,
  run: Pick<Run, "id" | "organisationId" | "title" | "kind" | "fiscalYear" | "method" | "contact"> &
    Partial<Pick<Run, "organiserId" | "interviewOfficeId" | "closesOn">>,
) =>
  tables(permit)
    .insertInto("sensitive.stressRun")
    .values({ ...run, areaId: permit.subject.area, madeBy: by(permit), madeAt: permit.clock.now() })
    .execute();

export const updateRun = (
  permit: StressPermit,
  id: string,
  values: Updateable<CamelTables["sensitive.stressRun"]>,
) => tables(permit).updateTable("sensitive.stressRun").set(values).where("id", "=", id).execute();

export const selectWorkplaces = (permit: StressPermit, run: string): Promise<Workplace[]> =>
  tables(permit)
    .selectFrom("sensitive.stressWorkplace")
    .selectAll()
    .where("runId", "=", run)
    .orderBy("number")
    .execute();

/** Workplaces of the year before by the same office and organiser that are not in the run yet. */
export const selectEarlierWorkplaces = (permit: StressPermit, run: Run) =>
  tables(permit)
    .selectFrom("sensitive.stressWorkplace as place")
    .innerJoin("sensitive.stressRun as earlier", "earlier.id", "place.runId")
    .distinctOn("place.firmId")
    .select(["place.firmId", "place.name", "place.workers"])
    .where("earlier.organisationId", "=", run.organisationId)
    .where(sql<boolean>`earlier.organiser_id is not distinct from ${run.organiserId}::uuid`)
    .where("earlier.fiscalYear", "=", run.fiscalYear - 1)
    .where("place.firmId", "not in", (held) =>
      held.selectFrom("sensitive.stressWorkplace").select("firmId").where("runId", "=", run.id),
    )
    .orderBy("place.firmId")
    .orderBy("earlier.madeAt", "desc")
    .execute();

export const findWorkplace = (permit: StressPermit, id: string): Promise<Workplace | undefined> =>
  tables(permit).selectFrom("sensitive.stressWorkplace").selectAll().where("id", "=", id).executeTakeFirst();

/** Held by who names workers there, so that two at once give no number twice. */
export const lockWorkplace: typeof findWorkplace = (permit, id) =>
  tables(permit)
    .selectFrom("sensitive.stressWorkplace")
    .selectAll()
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** The run is locked by who adds, so numbers are given once. */
export async function insertWorkplaces(
  permit: StressPermit,
  run: Run,
  lines: readonly Readonly<{ name: string; workers: number; firmId?: string }>[],
): Promise<void> {
  if (lines.length === 0) return;
  const last = (await selectWorkplaces(permit, run.id)).at(-1)?.number ?? 0;
  const { id: runId, organisationId, organiserId, areaId } = run;
  await tables(permit)
    .insertInto("sensitive.stressWorkplace")
    .values(
      lines.map(({ firmId = crypto.randomUUID() as string, ...line }, at) => ({
        ...{ id: crypto.randomUUID() as string, number: last + at + 1, firmId },
        ...{ runId, organisationId, organiserId, areaId, ...line },
      })),
    )
    .execute();
}

export const updateWorkplace = (
  permit: StressPermit,
  id: string,
  values: Updateable<CamelTables["sensitive.stressWorkplace"]>,
) => tables(permit).updateTable("sensitive.stressWorkplace").set(values).where("id", "=", id).execute();

export const selectSteps = (permit: StressPermit, workplace: string) =>
  tables(permit)
    .selectFrom("sensitive.stressStep")
    .select(["step", "doneOn", "remark"])
    .where("workplaceId", "=", workplace)
    .orderBy("step")
    .execute();

export const upsertStep = (
  permit: StressPermit,
  { id: workplaceId, organisationId }: Pick<Workplace, "id" | "organisationId">,
  row: Readonly<{ step: number; doneOn: Workplace["joinedOn"] & string; remark: string }>,
) => {
  const told = { ...row, by: by(permit) };
  return tables(permit)
    .insertInto("sensitive.stressStep")
    .values({ workplaceId, organisationId, ...told })
    .onConflict((held) => held.columns(["workplaceId", "step"]).doUpdateSet(told))
    .execute();
};

export const countRuns = (permit: StressPermit) =>
  tables(permit)
    .selectFrom("sensitive.stressRun")
    .select(["areaId", "kind", "state", "fiscalYear"])
    .select(sql<number>`count(*)::int`.as("runs"))
    .groupBy(["areaId", "kind", "state", "fiscalYear"])
    .orderBy("areaId")
    .execute();
