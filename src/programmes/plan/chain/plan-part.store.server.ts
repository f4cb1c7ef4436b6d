import { sql } from "kysely";
import { deletableRows } from "#foundation/deletions/public.ts";
import { deletedWithImport } from "#platform/tables/row-history.ts";
import type { PlanPart } from "../model/plan.schema.ts";

/** A value has no name of its own; in the list it is named by what it is a value of. */
const yearValue = (name: string) => ({
  title: sql<string>`concat(own.fiscal_year, '年度')`,
  listTitle: sql<string>`concat(${sql.ref(`parent.${name}`)}, '　', own.fiscal_year, '年度　', trim_scale(own.value),
    parent.unit)`,
  // That of a deleted target or measure comes back with it.
  listed: sql<boolean>`parent.deleted_at is null`,
});

/** What another module took back is not ours to restore, and what went with an import comes back with it. */
const DELETED_SINGLY = sql<boolean>`own.source in ('page', 'csv') and not ${deletedWithImport("own")}`;

export const PARTS = deletableRows<PlanPart>({
  issue: { table: "planIssue", title: "title" },
  evidence: { table: "planEvidence", title: "text", parent: ["issue", "issueId"] },
  pillar: { table: "planPillar", title: "title" },
  goal: { table: "planGoal", title: "title" },
  target: { table: "planTarget", title: "item" },
  target_value: { table: "planTargetValue", parent: ["target", "targetId"], ...yearValue("item") },
  initiative: { table: "planInitiative", title: "title" },
  measure: { table: "planMeasure", title: "name", parent: ["initiative", "initiativeId"] },
  measure_value: { table: "planMeasureValue", parent: ["measure", "measureId"], ...yearValue("name") },
  activity: { table: "planActivity", title: "title", listed: DELETED_SINGLY },
  file: { table: "planActivityFile", title: "name", parent: ["activity", "activityId"] },
  evaluation: { table: "planEvaluation", title: "finding" },
});
