import { z } from "zod";
import { count, longText, optionalId, text } from "#platform/kernel/form-fields.ts";

export const AgendaInput = z.object({
  title: text("議題", { most: 300 }),
  presenter: text("説明者", { optional: true }),
  minutes: count("所要時間", { least: 1, most: 600, unit: "分", optional: true }),
});

/** A paper in words; with a member it is that member's report. */
export const ReportInput = z.object({
  title: text("表題", { most: 300 }),
  text: longText("内容", { most: 10_000, optional: true }),
  memberId: optionalId(),
});

const chosen = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Figures of the profile by their keys, those that get worse in a list of their own. */
export const ExcerptsInput = z
  .object({ worse: chosen, figure: chosen })
  .transform(({ worse, figure }) => ({ keys: [...worse, ...figure] }));
