import { command } from "#foundation/authority/public.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { ok } from "#platform/kernel/result.ts";
import { ofYear } from "../model/council-target.schema.ts";
import { JudgementInput } from "../model/maturity.schema.ts";
import { refreshBoardLine } from "./board.usecases.server.ts";
import { insertJudgement, type Judgement, lockJudging, selectJudgement } from "./maturity.store.server.ts";

/** A judgement as its form shows it. */
export const judgementValues = (judgement: Pick<Judgement, "level" | "reason"> | null | undefined) =>
  formTexts(judgement, "level", "reason");

/** The secretariat knows more than the system: its judgement counts, with its reason beside it. */
export const judgeMaturity = command({
  name: "maturity.judge",
  ...ofYear("maturity"),
  input: JudgementInput,
  async seen(permit, { year }) {
    await lockJudging(permit);
    return judgementValues(await selectJudgement(permit, year));
  },
  values: judgementValues,
  async run(permit, { year, level, reason }) {
    const now = await selectJudgement(permit, year);
    if (now?.level === level && now.reason === reason) return ok(undefined);
    await insertJudgement(permit, year, { level, reason });
    await refreshBoardLine(permit);
    return ok(undefined);
  },
});
