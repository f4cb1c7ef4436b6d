import { z } from "zod";
import { day, longText } from "#platform/kernel/form-fields.ts";

const LONGEST = 100_000;

/** A draft of the minutes, with the line ends that the database keeps. */
export const MinutesInput = z.object({
  body: z
    .string({ error: "議事録を入力してください。" })
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .refine((text) => text.trim() !== "", { error: "議事録を入力してください。" })
    .refine((text) => text.length <= LONGEST, {
      error: `${LONGEST.toLocaleString("ja-JP")}文字以内で入力してください。`,
    }),
});

/** The draft that was read. */
export const ApprovalInput = z.object({ version: z.coerce.number(), revision: z.coerce.number() });

export const CorrectionInput = z.object({
  reason: z
    .string({ error: "訂正の理由を入力してください。" })
    .trim()
    .min(1, { error: "訂正の理由を入力してください。" }),
});

/** The draft that was read, and until when members answer. */
export const CirculationInput = ApprovalInput.extend({ answerBy: day("回答期限", { optional: true }) });

/** What a member says of a draft: that it is right, or what is to be mended. */
export const MinutesAnswerInput = ApprovalInput.extend({
  answer: z.enum(["agreed", "comment"], { error: "「承認する」か「修正の意見がある」を選択してください。" }),
  text: longText("意見", { optional: true }),
}).refine(({ answer, text }) => answer === "agreed" || text !== "", {
  path: ["text"],
  error: "修正が必要な箇所を入力してください。",
});
