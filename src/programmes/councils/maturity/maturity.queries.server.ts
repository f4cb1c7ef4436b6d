import { query } from "#foundation/authority/public.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { jointWork } from "#programmes/plan/public.ts";
import type { CouncilPermit } from "../access.ts";
import { ofYear } from "../model/council-target.schema.ts";
import { type Level, ladder, type Step } from "../model/maturity.rules.ts";
import { countMeetings, type Judgement, selectJudgement } from "./maturity.store.server.ts";

export type Maturity = Readonly<{
  /** By the evidence alone. */
  reached: Level;
  /** What counts: the secretariat's own judgement where there is one. */
  level: Level;
  judgement: Judgement | null;
  steps: readonly Step[];
}>;

/** The maturity of an area's council in a fiscal year, for a use-case that has asked for permission. */
export async function maturityOf(permit: CouncilPermit, year: FiscalYear): Promise<Maturity> {
  const until = [permit.clock.today(), lastDayOf(year)].sort()[0]!;
  const { lastMetOn: _, ...counts } = await countMeetings(permit, firstDayOf(year), until);
  const { reached, steps } = ladder({
    fiscalYear: year,
    ...counts,
    joint: expectOk(await jointWork(permit, permit.subject.area, year)),
  });
  const judgement = (await selectJudgement(permit, year)) ?? null;
  return { reached, level: judgement?.level ?? reached, judgement, steps };
}

export const readMaturity = query({
  name: "maturity.read",
  ...ofYear("maturity"),
  run: async (permit, { year }) => ok(await maturityOf(permit, year)),
});
