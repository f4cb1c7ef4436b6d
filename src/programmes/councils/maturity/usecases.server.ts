import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command, type Finder, query, type Work } from "#foundation/authority/public.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId, yearOfTarget } from "#platform/kernel/target.ts";
import { jointWork } from "#programmes/plan/public.ts";
import { councilPolicy } from "../access.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { type Level, ladder, type Step } from "./rules.ts";
import { JudgementInput } from "./schema.ts";
import {
  countMeetings,
  holdJudging,
  insertJudgement,
  type Judgement,
  selectJudgement,
} from "./store.server.ts";

export type Maturity = Readonly<{
  /** By the evidence alone. */
  reached: Level;
  /** What counts: the secretariat's own judgement where there is one. */
  level: Level;
  judgement: Judgement | null;
  steps: readonly Step[];
}>;

/** The maturity of an area's council in a fiscal year, for a use-case that has asked for permission. */
export async function maturityOf(permit: Work, area: AreaId, year: FiscalYear): Promise<Maturity> {
  const until = [permit.clock.today(), lastDayOf(year)].sort()[0]!;
  const { lastMetOn: _, ...counts } = await countMeetings(permit, area, firstDayOf(year), until);
  const { reached, steps } = ladder({
    fiscalYear: year,
    ...counts,
    joint: expectOk(await jointWork(permit, area, year)),
  });
  const judgement = (await selectJudgement(permit, area, year)) ?? null;
  return { reached, level: judgement?.level ?? reached, judgement, steps };
}

const ofYear = z.object({ area: areaId, year: yearOfTarget });
const maturityIn = (_find: Finder, { area }: { area: AreaId }) => ({ type: "maturity", area });

export const readMaturity = query({
  name: "maturity.read",
  policy: councilPolicy,
  target: ofYear,
  subject: maturityIn,
  run: async (permit, { area, year }) => ok(await maturityOf(permit, area, year)),
});

/** A judgement as its form shows it. */
export const judgementValues = (judgement: Pick<Judgement, "level" | "reason"> | null | undefined) => ({
  level: judgement?.level ?? "",
  reason: judgement?.reason ?? "",
});

/** The secretariat knows more than the system: its judgement counts, with its reason beside it. */
export const judgeMaturity = command({
  name: "maturity.judge",
  policy: councilPolicy,
  target: ofYear,
  subject: maturityIn,
  input: JudgementInput,
  async seen(permit, { area, year }) {
    await holdJudging(permit, area);
    return judgementValues(await selectJudgement(permit, area, year));
  },
  values: judgementValues,
  async run(permit, { area, year, level, reason }) {
    const now = await selectJudgement(permit, area, year);
    if (now?.level === level && now.reason === reason) return ok(undefined);
    const judgement = { level, reason, judgedAt: permit.clock.now() };
    await insertJudgement(permit, area, year, judgement, scopeOf(permit.actor).actor);
    await refreshBoardLine(permit, area);
    return ok(undefined);
  },
});
