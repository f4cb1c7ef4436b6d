import { z } from "zod";

const line = (what: string, most: number) =>
  z
    .string({ error: `${what}を書いてください。` })
    .trim()
    .min(1, { error: `${what}を書いてください。` })
    .max(most, { error: `${most}字までで書いてください。` });

export const AgendaInput = z.object({
  title: line("議題", 300),
  presenter: z.string().trim().max(200).default(""),
});

export const ReportInput = z.object({
  title: line("表題", 300),
  text: z.string().trim().max(10_000).default(""),
  memberId: z
    .union([z.uuid(), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null),
});

const CHOOSE_FILE = "ファイルを選んでください。";
export const FileInput = z.object({
  file: z.instanceof(File, { error: CHOOSE_FILE }).refine((file) => file.size > 0, { error: CHOOSE_FILE }),
});

export const CommentInput = z.object({ text: line("意見", 2000) });

const chosen = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Figures of the profile by their keys, those that get worse in a list of their own. */
export const ExcerptsInput = z
  .object({ worse: chosen, figure: chosen })
  .transform(({ worse, figure }) => ({ keys: [...worse, ...figure] }));
