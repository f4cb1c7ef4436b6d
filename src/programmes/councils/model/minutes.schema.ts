import { z } from "zod";

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
