import { z } from "zod";
import { LEVELS } from "./maturity.rules.ts";

const LONGEST_REASON = 2000;

/** The secretariat's own judgement of the council's maturity. */
export const JudgementInput = z.object({
  level: z.enum(["0", ...LEVELS], { error: "段階を選択してください。" }),
  reason: z
    .string({ error: "そう判断した理由を入力してください。" })
    .trim()
    .min(1, { error: "そう判断した理由を入力してください。" })
    .max(LONGEST_REASON, { error: `${LONGEST_REASON.toLocaleString("ja-JP")}文字以内で入力してください。` }),
});
