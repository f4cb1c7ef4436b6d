import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { alsoDo, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type FiscalYear, fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { followRequest, INDUSTRIES, INDUSTRY_NAMES } from "#programmes/support/public.ts";
import { type ActPermit, actPolicy } from "../access.ts";
import { PLEDGE_STATE_NAMES, TIER_NAMES } from "../model/act.messages.ts";
import { questionsFor } from "../model/act.rules.ts";
import { type ActCheck, Facts, FactsInput } from "../model/act.schema.ts";
import { selectPledgesOf } from "../promises/pledge.store.server.ts";
import { bankOf, ofCheck } from "./act-check.commands.server.ts";
import { checkView, type Followed } from "./act-check.present.ts";
import {
  compareAlike,
  findCheck,
  selectChecksOf,
  selectSteps,
  selectVoices,
} from "./act-check.store.server.ts";

const spoken = z.enum(["ja", "en"]);
export const placeOf = async (permit: ActPermit) => {
  const { id, slug, name } = await getArea(permit, permit.subject.area);
  return { id, slug, name };
};

/** The questions of a check, once it is known who answers; what was asked for in the address is all there is until then. */
export const readCheckForm = query({
  name: "act-check.form",
  ...inArea(actPolicy, "act-check", {
    language: spoken.default("ja"),
    facts: z.record(z.string(), z.string()).default({}),
  }),
  async run(permit, { facts: typed, language }) {
    const area = await placeOf(permit);
    const industries = INDUSTRIES.map((value) => ({ value, label: INDUSTRY_NAMES[value][language] }));
    const facts = checked(FactsInput, typed);
    const errors = facts.ok || facts.error.kind !== "invalid" ? {} : facts.error.fields;
    type Asked = readonly Readonly<{ key: string; text: string }>[];
    if (!facts.ok) return ok({ area, industries, errors, questions: null as Asked | null });
    const { tier, ...known } = facts.value;
    const told = Facts.parse({ ...known, industry: known.industry ?? "", body: known.body ?? "" });
    const questions: Asked | null = questionsFor(await bankOf(permit), tier, told)
      .filter(({ applies }) => applies)
      .map((one) => ({ key: one.key, text: one[language] }));
    return ok({ area, industries, errors, questions });
  },
});

/** Requests that the steps led to, as far as they were made. */
async function followedOf(permit: ActPermit, keys: readonly string[], app: App) {
  const found = new Map<string, Followed>();
  for (const key of keys) {
    const request = await alsoDo(permit, followRequest, { area: permit.subject.area, key }, undefined, app);
    if (request.ok && !request.value.over) found.set(key, request.value);
  }
  return found;
}

export async function viewOf(permit: ActPermit, check: ActCheck, app: App, modules: readonly string[]) {
  const { slug, name } = await placeOf(permit);
  const steps = await selectSteps(permit, check.id);
  const voices = (await selectVoices(permit, check.id)).map(({ answers }) => answers);
  const alike = check.tier === "workplace" ? await compareAlike(permit, check) : undefined;
  const followed = await followedOf(
    permit,
    steps.flatMap(({ requestKey, state }) => (requestKey && state === "taken" ? [requestKey] : [])),
    app,
  );
  return { area: { slug, name }, ...checkView({ check, steps, followed, voices, alike, slug, modules }) };
}

/** One check, for whoever made it. `modules` are those that the house has: a step leads nowhere else. */
export const readCheck = query({
  name: "act-check.read",
  ...ofCheck({ modules: z.array(z.string()).default([]), language: spoken.optional() }),
  async run(permit, { id, modules, language: asked }, app) {
    const found = await findCheck(permit, id);
    if (!found) return notFound("check");
    const language = asked ?? found.language;
    const check = { ...found, language };
    const pledges = (await selectPledgesOf(permit, id)).map((one) => ({
      ...{
        id: one.id,
        action: one.action,
        state: one.state,
        stateName: PLEDGE_STATE_NAMES[one.state][language],
      },
      doneOn: one.doneOn && (language === "ja" ? showDateJa(one.doneOn) : one.doneOn),
    }));
    return ok({
      ...(await viewOf(permit, check, app, modules)),
      pledges,
      mayRepeat: fiscalYearOf(permit.clock.today()) > check.fiscalYear,
    });
  },
});

/** The questions for one of those who answer together. */
export const readVoiceForm = query({
  name: "act-voice.form",
  ...ofCheck({ language: spoken.optional() }),
  async run(permit, { id, language: asked }) {
    const check = await findCheck(permit, id);
    if (!check) return notFound("check");
    const language = asked ?? check.language;
    const questions = check.questions
      .filter(({ applies }) => applies)
      .map((one) => ({ key: one.key, text: one[language] }));
    return ok({ area: await placeOf(permit), language, questions });
  },
});

/** Checks that were made with the account of one's organisation. */
export const listChecks = query({
  name: "act-check.list",
  ...inArea(actPolicy, "act-check"),
  async run(permit) {
    const own = organisationsOf(permit.actor, ["workplace", "provider", "member"]);
    const rows = await selectChecksOf(permit, own);
    return ok({
      area: await placeOf(permit),
      rows: rows.map((one) => ({
        id: one.id,
        tier: TIER_NAMES.ja[one.tier],
        year: showFiscalYearJa(one.fiscalYear as FiscalYear),
        percent: one.base ? Math.round((100 * (one.met ?? 0)) / one.base) : null,
      })),
    });
  },
});
