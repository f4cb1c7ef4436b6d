import type { Actor } from "#foundation/actors/public.ts";
import type { Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type FiscalYear, firstDayOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { jointWork } from "#programmes/plan/public.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { OVERTAKEN } from "../messages.ts";
import { inCouncil } from "../usecases.server.ts";
import { LEVELS, type Level, ladder, type Step } from "./rules.ts";
import {
  countMeetings,
  holdJudging,
  insertJudgement,
  type Judgement,
  selectJudgement,
} from "./store.server.ts";

const LONGEST_REASON = 2000;

export type Maturity = Readonly<{
  /** By the evidence alone. */
  reached: Level;
  /** What counts: the secretariat's own judgement where there is one. */
  level: Level;
  judgement: Judgement | null;
  steps: readonly Step[];
}>;

/** The maturity of an area's council in a fiscal year, for a use-case that has asked for permission. */
export async function maturityOf(unit: Unit, area: AreaId, year: FiscalYear): Promise<Maturity> {
  const until = [unit.clock.today(), lastDayOf(year)].sort()[0]!;
  const { lastMetOn: _, ...counts } = await countMeetings(unit, area, firstDayOf(year), until);
  const { reached, steps } = ladder({
    fiscalYear: year,
    ...counts,
    joint: await jointWork(unit, area, year),
  });
  const judgement = (await selectJudgement(unit, area, year)) ?? null;
  return { reached, level: judgement?.level ?? reached, judgement, steps };
}

export function readMaturity(
  app: App,
  actor: Actor,
  area: AreaId,
  year: FiscalYear,
): Promise<Result<Maturity>> {
  return inCouncil(app, actor, area, "council.read", "maturity", async (unit) =>
    ok(await maturityOf(unit, area, year)),
  );
}

/** A judgement as a form shows it, to tell whether another was made since. */
export const printOf = (judgement: Judgement | null): string =>
  fingerprintOf(judgement && [judgement.level, judgement.reason, judgement.judgedAt]);

/**
 * The secretariat knows more than the system: its judgement counts, with its reason beside it. `shown` is the
 * fingerprint of the judgement that stood when the form was shown.
 */
export function judgeMaturity(
  app: App,
  actor: Actor,
  area: AreaId,
  year: FiscalYear,
  { level, reason, shown }: Readonly<{ level: string; reason: string; shown?: string | undefined }>,
): Promise<Result<undefined>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    "maturity",
    async (unit, by, at): Promise<Result<undefined>> => {
      const known = (["0", ...LEVELS] as const).find((one) => one === level);
      if (!known) return invalid({ level: ["段階を選んでください。"] });
      const text = reason.trim();
      if (text === "") return invalid({ reason: ["そう判断した理由を書いてください。"] });
      if (text.length > LONGEST_REASON)
        return invalid({ reason: [`${LONGEST_REASON.toLocaleString("ja-JP")}字までで書いてください。`] });
      await holdJudging(unit, area);
      const now = (await selectJudgement(unit, area, year)) ?? null;
      if (now?.level === known && now.reason === text) return ok(undefined);
      if (shown !== undefined && shown !== printOf(now)) return invalid({}, OVERTAKEN.judgement);
      await insertJudgement(unit, area, year, { level: known, reason: text, judgedAt: at }, by);
      await refreshBoardLine(unit, area);
      return ok(undefined);
    },
  );
}
