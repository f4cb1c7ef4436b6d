import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { findAreaBySlug } from "#foundation/areas/public.ts";
import { scopeOf, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction, type Tx } from "#platform/db/database.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type ActivityCount, PRINTED, type TargetFact } from "./schema.ts";
import {
  deleteFact,
  upsertActivityCount,
  upsertAgeBandRatio,
  upsertSurvey,
  upsertTarget,
} from "./store.server.ts";

/**
 * Tells the profile how often something was done and for how many. Called by the module that keeps the activity, in
 * its own transaction and after its own permit; the same origin and key replaces what was told before.
 */
export const recordActivityCount = (tx: Tx, count: ActivityCount): Promise<void> =>
  upsertActivityCount(tx, count);

/** Takes back what was told: the activity was deleted or withdrawn. */
export const withdrawActivityCount = (
  tx: Tx,
  fact: Readonly<{ areaId: AreaId; origin: string; key: string }>,
): Promise<void> => deleteFact(tx, "activity_count", fact);

/** Tells the profile of a target that an area has set itself; the same origin and key replaces it. */
export const recordTarget = (tx: Tx, target: TargetFact): Promise<void> => upsertTarget(tx, target);

export const withdrawTarget = (
  tx: Tx,
  fact: Readonly<{ areaId: AreaId; origin: string; key: string }>,
): Promise<void> => deleteFact(tx, "area_target", fact);

const FOLDER = new URL("../../../../reference/demonstration/facts/", import.meta.url);

type Line = Readonly<Record<string, string>>;

/**
 * Loads what is known of the demonstration areas beside their observations. Doing it again changes nothing but what
 * the files have changed. The areas must be there.
 */
export async function loadDemonstrationProfile(app: Pick<App, "db">): Promise<void> {
  const [ratios, targets, surveys, findings, activities] = await Promise.all(
    ["age_band_ratios", "targets", "surveys", "survey_findings", "activities"].map(readLines),
  );
  await inTransaction(app.db, scopeOf(service("demonstration")), async (tx) => {
    const areas = new Map<string, AreaId>();
    for (const slug of new Set([...ratios!, ...targets!, ...surveys!, ...activities!].map((l) => l.area!))) {
      const area = await findAreaBySlug(tx, slug);
      if (!area) throw new Error(`no area ${slug}; are the reference areas loaded?`);
      areas.set(slug, area.id);
    }
    const common = (line: Line) => ({
      areaId: areas.get(line.area!)!,
      source: line.source!,
      published: line.published === "yes",
    });
    for (const [position, line] of ratios!.entries()) {
      await upsertAgeBandRatio(tx, {
        ...common(line),
        disease: line.disease!,
        olderFrom: Number(line.older_from),
        olderTo: Number(line.older_to),
        youngerFrom: Number(line.younger_from),
        youngerTo: Number(line.younger_to),
        ratio: Number(line.ratio),
        olderClaims: null,
        olderInsured: null,
        youngerClaims: null,
        youngerInsured: null,
        position,
      });
    }
    for (const [position, line] of targets!.entries()) {
      await upsertTarget(tx, { ...common(line), ...targetOf(line), position });
    }
    for (const line of surveys!) {
      await upsertSurvey(
        tx,
        {
          ...common(line),
          key: line.key!,
          fiscalYear: fiscalYear(Number(line.fiscal_year)),
          name: line.name!,
          unit: line.unit!,
          surveyed: numberOrNull(line.surveyed!),
          responded: numberOrNull(line.responded!),
        },
        findings!
          .filter((finding) => finding.area === line.area && finding.survey === line.key)
          .map((finding) => ({ topic: finding.topic!, finding: finding.finding! })),
      );
    }
    for (const line of activities!) {
      await upsertActivityCount(tx, {
        ...common(line),
        origin: PRINTED,
        key: `${line.fiscal_year}-${line.kind}`,
        fiscalYear: fiscalYear(Number(line.fiscal_year)),
        kind: line.kind!,
        label: line.label!,
        sessions: numberOrNull(line.sessions!),
        participants: numberOrNull(line.participants!),
      });
    }
  });
}

function targetOf(line: Line) {
  const year = (text: string) => (text === "" ? null : fiscalYear(Number(text)));
  return {
    origin: PRINTED,
    key: line.key!,
    goal: line.goal!,
    item: line.item!,
    unit: line.unit!,
    direction: line.direction === "at_least" ? ("at_least" as const) : ("at_most" as const),
    baselineYear: year(line.baseline_year!),
    baselineValue: numberOrNull(line.baseline_value!),
    targetYear: year(line.target_year!),
    targetValue: Number(line.target_value),
    indicatorCode: line.indicator === "" ? null : line.indicator!,
    sex: line.sex === "" ? null : (Number(line.sex) as 1 | 2),
  };
}

async function readLines(name: string): Promise<Line[]> {
  return parse(await readFile(new URL(`${name}.csv`, FOLDER), "utf8"), { columns: true });
}

const numberOrNull = (text: string): number | null => (text === "" ? null : Number(text));
