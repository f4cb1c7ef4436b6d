import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, inArea, ofToday } from "#foundation/areas/public.ts";
import { alsoDo, query } from "#foundation/authority/public.ts";
import { type FiscalYear, fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { findPublishedPlan } from "#programmes/plan/public.ts";
import { actPolicy } from "../access.ts";
import { placeOf } from "../checks/act-check.queries.server.ts";
import { PLEDGE_STATE_NAMES, TIER_NAMES } from "../model/act.messages.ts";
import { toDoOf } from "../model/act.rules.ts";
import { TIERS } from "../model/act-lists.schema.ts";
import { BANK } from "../model/bank.schema.ts";
import { countOffered, selectForOffice, selectListed } from "./pledge.store.server.ts";

const SHOWN = 12;

/** What each tier can do, who undertook what, and what of it stands in the plan that the area published. */
export const listActs = query({
  name: "act.list",
  ...inArea(actPolicy, "act", { language: z.enum(["ja", "en"]).default("ja") }),
  async run(permit, { language }, app) {
    const year = fiscalYearOf(permit.clock.today());
    const listed = await selectListed(permit, year);
    const plan = await alsoDo(permit, findPublishedPlan, { area: permit.subject.area }, undefined, app);
    const chains = plan.ok ? (plan.value?.body.chains ?? []) : [];
    const initiatives = chains.flatMap(({ initiative }) => initiative ?? []);
    return ok({
      area: await placeOf(permit),
      tiers: TIERS.map((tier) => ({
        tier,
        name: TIER_NAMES[language][tier],
        acts: BANK.questions
          .filter((one) => one.tier === tier && !one.act.startsWith("law"))
          .map((one) => ({ key: one.key, text: toDoOf(one, BANK.questions, language) })),
        pledges: listed
          .filter((one) => one.tier === tier)
          .map((one) => ({
            ...{ id: one.id, name: one.name, action: one.action, done: one.doneOn !== null },
            year:
              language === "ja" ? showFiscalYearJa(one.fiscalYear as FiscalYear) : `Fiscal ${one.fiscalYear}`,
          })),
        initiatives: initiatives
          .filter(({ whoActs }) => (whoActs as readonly string[]).includes(tier))
          .slice(0, SHOWN)
          .map(({ title, organisations }) => ({
            title,
            who: organisations.map(({ name }) => name).join("、"),
          })),
      })),
    });
  },
});

/** What was offered to be public, for the secretariat. */
export const listPledges = query({
  name: "pledge.list",
  ...inArea(actPolicy, "pledge"),
  run: async (permit) =>
    ok({
      rows: (await selectForOffice(permit)).map((one) => ({
        ...{ id: one.id, name: one.name, action: one.action, state: one.state, initiative: one.initiativeId },
        fiscalYear: one.fiscalYear,
        tier: TIER_NAMES.ja[one.tier],
        stateName: PLEDGE_STATE_NAMES[one.state].ja,
        year: showFiscalYearJa(one.fiscalYear as FiscalYear),
        plans: one.state === "listed" && one.tier !== "workplace" && one.initiativeId === null,
        doneOn: one.doneOn && showDateJa(one.doneOn),
      })),
    }),
});

/** Of the secretariat: pledges that wait to be looked at. */
export const pledgesToday = query({
  name: "act.read-today",
  ...ofToday(actPolicy),
  async run(permit) {
    const areas = areasAs(permit.actor, "coordinator");
    const waiting = await countOffered(permit, areas);
    const named = await getAreas(
      permit,
      waiting.map(({ areaId }) => areaId),
    );
    return ok(
      waiting.map(({ areaId, pledges, since }) => ({
        urgency: "today" as const,
        title: `公開を希望している健康宣言が${pledges}件あります`,
        due: plainDateIn(since, "Asia/Tokyo"),
        action: { to: `/areas/${named.get(areaId)?.slug ?? areaId}/pledges`, label: "確認する" },
      })),
    );
  },
});
