import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { StressPermit } from "../access.ts";
import type { Run } from "../model/run.schema.ts";
import type { Sheet } from "./sheet.rules.ts";

export const insertSheets = (
  permit: StressPermit,
  { id: runId, organisationId }: Run,
  rows: readonly Readonly<{ workplaceId: string; scope: "workplace" | "joint"; sheet: Sheet }>[],
) =>
  tables(permit)
    .insertInto("sensitive.stressSheet")
    .values(
      rows.map(({ workplaceId, scope, sheet }) => ({
        ...{ runId, organisationId, workplaceId, scope, madeOn: permit.clock.today() },
        content: JSON.stringify(sheet),
      })),
    )
    .execute();

/** Sheets of the year before, of runs by the same office and organiser, with what their workplaces are called over the years. */
export const selectEarlier = (permit: StressPermit, { organisationId, organiserId, fiscalYear }: Run) =>
  tables(permit)
    .selectFrom("sensitive.stressSheet as sheet")
    .innerJoin("sensitive.stressRun as run", "run.id", "sheet.runId")
    .innerJoin("sensitive.stressWorkplace as place", "place.id", "sheet.workplaceId")
    .select(["place.firmId", "sheet.scope", "run.fiscalYear", sql<Sheet>`sheet.content`.as("sheet")])
    .where("run.organisationId", "=", organisationId)
    .where(sql<boolean>`run.organiser_id is not distinct from ${organiserId}::uuid`)
    .where("run.fiscalYear", "=", fiscalYear - 1)
    .execute();

export const selectSheets = (
  permit: StressPermit,
  { run, workplace }: Readonly<{ run: string; workplace?: string }>,
) =>
  tables(permit)
    .selectFrom("sensitive.stressSheet")
    .select(["workplaceId", "scope", "madeOn", sql<Sheet>`content`.as("sheet")])
    .where("runId", "=", run)
    .$if(workplace !== undefined, (query) => query.where("workplaceId", "=", workplace!))
    .orderBy("scope")
    .execute();
