import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { decidePublication, factsKey } from "#evidence/indicators/public.ts";
import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { firstDayOf, fiscalYear, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { enterActivity } from "../activities/activity.usecases.server.ts";
import { createGoal } from "../chain/goal.usecases.server.ts";
import { addEvidence, createIssue } from "../chain/issue.usecases.server.ts";
import { createPillar } from "../chain/pillar.usecases.server.ts";
import { readPlan } from "../chain/plan.queries.server.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { createTarget } from "../chain/target.usecases.server.ts";
import { createInitiative } from "../initiatives/initiative.usecases.server.ts";
import { addMeasure, enterMeasureValue } from "../initiatives/measure.usecases.server.ts";
import type { LibraryEntry } from "../publishing/library.rules.ts";
import { inputOf, publishPlan, shippedLibrary } from "../publishing/published-plan.usecases.server.ts";
import { pillarOf, servesInterest } from "./plan-demonstration.rules.ts";

const SOURCE = "厚生労働省健康局総務課保健指導室 資料7（平成22年度ごろ）";
const ACTOR = service("demonstration");

/** Loads what the source tells of the plans of Hamada and Sagamihara; an area that has a plan is left as it is. */
export async function loadDemonstrationPlan(app: App): Promise<void> {
  const sagamihara = await areaOf(app, "sagamihara");
  const hamada = await areaOf(app, "hamada");
  if (await hasNoPlan(app, sagamihara)) await loadSagamihara(app, sagamihara);
  if (await hasNoPlan(app, hamada)) await loadHamada(app, hamada);
}

async function loadSagamihara(app: App, area: AreaId): Promise<void> {
  const here = [app, ACTOR, { area }] as const;
  const [habits] = (await loadIssues(app, area, "sagamihara")).values();
  const targets = shipped("targets", "sagamihara");
  const goalId = await made(createGoal(...here, { title: targets[0]!.goal, issueId: habits, pillarId: "" }));
  for (const row of targets) {
    const values = {
      baselineYear: row.baseline_year,
      baselineValue: row.baseline_value,
      targetYear: row.target_year,
      targetValue: row.target_value,
    };
    const { item, unit, direction } = row;
    const source = "平成21年度 中小事業所実態調査";
    expectOk(await createTarget(...here, { goalId, item, unit, direction, source, ...values }));
  }
  const initiatives = new Map<string, string>();
  for (const entry of shippedLibrary().filter((one) => one.place === "相模原"))
    initiatives.set(
      entry.fineKind,
      await loadInitiative(app, area, entry, servesInterest(entry) ? goalId : null),
    );
  for (const { kind, label, sessions, participants, ...row } of shipped("activities", "sagamihara")) {
    if (sessions === "" && participants === "") continue;
    const year = fiscalYear(Number(row.fiscal_year));
    const activity = {
      initiativeId: kind === "mental_health_support" ? initiatives.get(kind) : "",
      title: `${label}（年度の合計）`,
      from: firstDayOf(year),
      to: lastDayOf(year),
      isTotal: true,
      host: "相模原市保健所",
      result: `出典: ${SOURCE}`,
    };
    expectOk(await enterActivity(...here, { kind, sessions, participants, ...activity }));
  }
  await loadConsultations(app, area, initiatives.get("visit")!);
  expectOk(await publishPlan(...here));
  // The source printed the counts of these years.
  const printed = factsKey(area, "activities");
  expectOk(await decidePublication(...here, { "was-withheld": printed, publish: printed }));
}

async function loadConsultations(app: App, area: AreaId, initiativeId: string): Promise<void> {
  const source = `相模原地域産業保健センター。${SOURCE}`;
  const load = async (name: string, column: string, partOf: string | null): Promise<string> => {
    const measure = { kind: "output", name, unit: "件", partOf };
    const id = await made(addMeasure(app, ACTOR, { area, id: initiativeId }, measure));
    for (const row of shipped("consultations", "sagamihara")) {
      const value = { fiscalYear: row.fiscal_year, value: row[column], source, sure: true };
      expectOk(await enterMeasureValue(app, ACTOR, { area, id }, value));
    }
    return id;
  };
  const all = await load("地域産業保健センターの相談件数", "consultations", null);
  await load("うちメンタルヘルス関係", "of_which_mental_health", all);
}

async function loadHamada(app: App, area: AreaId): Promise<void> {
  const here = [app, ACTOR, { area }] as const;
  const issues = await loadIssues(app, area, "hamada");
  const goals: string[] = [];
  for (const { pillar: title, issue } of shipped("pillars", "hamada")) {
    const pillarId = await made(createPillar(...here, { title }));
    goals.push(await made(createGoal(...here, { title, issueId: issues.get(issue!)!, pillarId })));
  }
  for (const entry of shippedLibrary().filter((one) => one.place.startsWith("浜田"))) {
    const pillar = pillarOf(entry);
    await loadInitiative(app, area, entry, pillar === undefined ? null : goals[pillar]!);
  }
  expectOk(await publishPlan(...here));
}

/** The source tells of it as the area's own: it is no copy. */
const loadInitiative = (app: App, area: AreaId, entry: LibraryEntry, goalId: string | null) =>
  made(createInitiative(app, ACTOR, { area }, { ...inputOf(entry), goalId, status: "running" }));

/** The ids of the issues by their titles, in the order of the source. */
async function loadIssues(app: App, area: AreaId, name: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { issue: title, description, seen_in: seenIn, ...row } of shipped("issues", name)) {
    const id =
      ids.get(title!) ?? (await made(createIssue(app, ACTOR, { area }, { title, description, seenIn })));
    ids.set(title!, id);
    const { kind, text, source, sector } = row;
    await made(addEvidence(app, ACTOR, { area, id }, { kind, text, source, sector }));
  }
  return ids;
}

async function hasNoPlan(app: App, area: AreaId): Promise<boolean> {
  const view = expectOk(await readPlan(app, ACTOR, { area }));
  return view.chains.length === 0;
}

const made = async (saved: Promise<Result<{ id: string }>>): Promise<string> => expectOk(await saved).id;

const areaOf = async (app: App, slug: string): Promise<AreaId> =>
  expectOk(await findPlan(app, ACTOR, { text: slug })).area.id;

/** The rows of an area in a table of the source. */
const shipped = (table: string, area: string): Record<string, string>[] =>
  (
    parse(readFileSync(new URL(`../../../../reference/councils/${table}.csv`, import.meta.url), "utf8"), {
      columns: true,
      comment: "#",
      comment_no_infix: true,
    }) as Record<string, string>[]
  ).filter((row) => row.area === area);
