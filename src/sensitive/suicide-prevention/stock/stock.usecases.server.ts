import { getArea } from "#foundation/areas/public.ts";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { type FiscalYear, fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, ok } from "#platform/kernel/result.ts";
import { yearOfTarget } from "#platform/kernel/target.ts";
import { createInitiative } from "#programmes/plan/public.ts";
import { type PreventionPermit, policy } from "../access.ts";
import { MEASURE_KEYS, MEASURES } from "../model/prevention-data.schema.ts";
import type { StockAnswer } from "../model/prevention-kinds.schema.ts";
import { atOffice, hereIn } from "../target.usecases.server.ts";
import { statesOf } from "./stock.rules.ts";
import { PlanGapInput, StockInput } from "./stock.schema.ts";
import { insertPlanned, replaceStock, selectPlanned, selectStock } from "./stock.store.server.ts";

async function stateOf(permit: PreventionPermit, year: FiscalYear) {
  const states = statesOf(MEASURE_KEYS, await selectStock(permit, year));
  return new Map(states.map((one) => [one.measure, one]));
}

/** The measures of the national lists: which office does what, where the gaps are, and which of them are in the plan. */
export const readStock = query({
  name: "prevention-stock.read",
  ...hereIn({ year: yearOfTarget.optional() }),
  async run(permit, { year: asked }) {
    const year = asked ?? fiscalYearOf(permit.clock.today());
    const states = await stateOf(permit, year);
    const planned = new Map(
      (await selectPlanned(permit, year)).map((one) => [one.measure, one.initiativeId]),
    );
    const offices = [...states.values()].flatMap(({ does, plans }) => [...does, ...plans]);
    const names = await getOrganisations(permit, [...new Set(offices)] as OrganisationId[]);
    const named = (ids: readonly string[]) =>
      ids.flatMap((id) => names.get(id as OrganisationId)?.name ?? []).join("、");
    const place = await getArea(permit, permit.subject.area);
    return ok({
      area: { slug: place.slug, name: place.name },
      year,
      mayPlan: policy.may(permit.actor, "prevention-stock.plan", permit.subject) !== undefined,
      lists: MEASURES.name,
      source: `${MEASURES.source}（${MEASURES.date}）`,
      measures: MEASURES.measures.map(({ key, list, name }) => {
        const { does, plans, done, underWay, gap } = states.get(key)!;
        const initiative = planned.get(key) ?? null;
        return { key, list, name, does: named(does), plans: named(plans), done, underWay, gap, initiative };
      }),
    });
  },
});

/** The answers of one office as its form shows them. */
export const readStockForm = query({
  name: "prevention-stock.read-form",
  ...atOffice({ year: yearOfTarget.optional() }),
  async run(permit, { organisation, year: asked }) {
    const year = asked ?? fiscalYearOf(permit.clock.today());
    const office = (await getOrganisations(permit, [organisation])).get(organisation)!;
    const own = (await selectStock(permit, year)).filter((row) => row.organisationId === organisation);
    return ok({
      office: { id: office.id, name: office.name },
      year,
      measures: MEASURES.measures,
      ...formShowing(stockValues(own)),
    });
  },
});

type Answered = Readonly<{ measure: string; answer: StockAnswer; progress: string | null }>;

/** What the form sent, as rows: what an office left open is no answer. */
function rowsIn(told: object): Answered[] {
  const said = told as Readonly<Record<string, string | null>>;
  return MEASURE_KEYS.flatMap((measure) => {
    const answer = (said[`answer-${measure}`] ?? null) as StockAnswer | null;
    return answer ? [{ measure, answer, progress: said[`progress-${measure}`] ?? null }] : [];
  });
}

/** The same as the form shows them, every field by its name. */
function stockValues(rows: readonly Answered[]): Record<string, string> {
  const of = new Map(rows.map((row) => [row.measure, row]));
  return Object.fromEntries(
    MEASURE_KEYS.flatMap((key) => [
      [`answer-${key}`, of.get(key)?.answer ?? ""],
      [`progress-${key}`, of.get(key)?.progress ?? ""],
    ]),
  );
}

/** Keeps what an office answered for a year. What it left open is no answer. */
export const saveStock = command({
  name: "prevention-stock.save",
  ...atOffice({ year: yearOfTarget }),
  input: StockInput,
  seen: async (permit, { organisation, year }) => {
    const rows = await selectStock(permit, year);
    return stockValues(rows.filter((row) => row.organisationId === organisation));
  },
  values: (told) => stockValues(rowsIn(told)),
  async run(permit, { organisation, year, ...told }) {
    await replaceStock(permit, organisation, year, rowsIn(told));
    return ok(undefined);
  },
});

/** Makes an initiative of the area's plan of a gap, once a year. */
export const planGap = command({
  name: "prevention-stock.plan",
  ...hereIn({ year: yearOfTarget }),
  input: PlanGapInput,
  async run(permit, { year, measure }, app) {
    const state = (await stateOf(permit, year)).get(measure)!;
    if (!state.gap) return conflict("この項目は、実施している機関があります。");
    if ((await selectPlanned(permit, year)).some((one) => one.measure === measure))
      return conflict("この項目は、すでに計画に登録されています。");
    const { name, fineKind } = MEASURES.measures.find(({ key }) => key === measure)!;
    const made = await alsoDo(
      permit,
      createInitiative,
      { area: permit.subject.area },
      { title: name, fineKind, status: "planned" },
      app,
    );
    if (!made.ok) return made;
    await insertPlanned(permit, year, measure, made.value.id);
    return ok({ id: made.value.id });
  },
});

/** The gaps of this year by name, for the command line. */
export const listGaps = query({
  name: "prevention-stock.list-gaps",
  ...hereIn(),
  async run(permit) {
    const states = await stateOf(permit, fiscalYearOf(permit.clock.today()));
    return ok(
      MEASURES.measures.filter(({ key }) => states.get(key)!.gap).map(({ key, name }) => ({ key, name })),
    );
  },
});
