import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { findAreaBySlug, NATION } from "#foundation/areas/public.ts";
import { command, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../access.ts";
import {
  type ActivityCount,
  type Keeper,
  PRINTED,
  type SurveyFact,
  type SurveyFinding,
  type TargetFact,
} from "./schema.ts";
import {
  deleteSurvey,
  publishKeptTargets,
  replaceActivityCounts,
  replaceTargets,
  upsertAgeBandRatio,
  upsertSurvey,
} from "./store.server.ts";

type Told<Fact> = Omit<Fact, "areaId" | "origin" | "published">;

/**
 * Tells the profile the targets that an area has set itself, all of them: what is not among them is taken back.
 * Called by the module that keeps them, in its own transaction and after its own permit. New ones are not public
 * until somebody decides so.
 */
export const recordTargets = (
  work: Work,
  keeper: Keeper,
  targets: readonly Told<TargetFact>[],
): Promise<void> =>
  replaceTargets(
    work,
    keeper,
    targets.map((target) => ({ ...keeper, ...target, published: false })),
  );

/** Tells the profile what was done in these fiscal years, all that the keeper counts of them; as `recordTargets`. */
export const recordActivityCounts = (
  work: Work,
  keeper: Keeper,
  years: readonly FiscalYear[],
  counts: readonly Told<ActivityCount>[],
): Promise<void> =>
  replaceActivityCounts(
    work,
    keeper,
    years,
    counts.map((count) => ({ ...keeper, ...count, published: false })),
  );

/** Makes the keeper's targets public in the profile too: it has published the same figures itself. */
export const publishTargets = (work: Work, keeper: Keeper): Promise<void> => publishKeptTargets(work, keeper);

/**
 * Tells the profile what a survey found, all that its keeper shows of it; nothing takes the survey back. The keeper has
 * made the figures public itself, so they are public at once; what people withheld since stays withheld.
 */
export const recordSurvey = (
  work: Work,
  fact: Omit<SurveyFact, "published">,
  findings: readonly SurveyFinding[],
): Promise<void> =>
  findings.length === 0
    ? deleteSurvey(work, fact.areaId, fact.key)
    : upsertSurvey(work, { ...fact, published: true }, findings);

const FOLDER = new URL("../../../../reference/demonstration/facts/", import.meta.url);

type Line = Readonly<Record<string, string>>;

const loadFacts = command({
  name: "fact.load-demonstration",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "fact", area: NATION }),
  async run(permit) {
    const [ratios, targets, surveys, findings] = await Promise.all(
      ["age_band_ratios", "targets", "surveys", "survey_findings"].map(readLines),
    );
    const areas = new Map<string, AreaId>();
    for (const slug of new Set([...ratios!, ...targets!, ...surveys!].map((l) => l.area!))) {
      const area = await findAreaBySlug(permit, slug);
      if (!area) throw new Error(`no area ${slug}; are the reference areas loaded?`);
      areas.set(slug, area.id);
    }
    const common = (line: Line) => ({
      areaId: areas.get(line.area!)!,
      source: line.source!,
      published: line.published === "yes",
    });
    for (const [position, line] of ratios!.entries()) {
      await upsertAgeBandRatio(permit, {
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
    for (const [area, own] of Map.groupBy(targets!, (line) => line.area!)) {
      const keeper = { areaId: areas.get(area)!, origin: PRINTED };
      const facts = own.map((line, position) => ({ ...common(line), ...targetOf(line), position }));
      await replaceTargets(permit, keeper, facts);
    }
    for (const line of surveys!) {
      await upsertSurvey(
        permit,
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
    return ok(undefined);
  },
});

/**
 * Loads what is known of the demonstration areas beside their observations and plans. Doing it again changes nothing but what
 * the files have changed. The areas must be there.
 */
export const loadDemonstrationProfile = async (app: App): Promise<void> =>
  expectOk(await loadFacts(app, service("demonstration"), {}));

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
