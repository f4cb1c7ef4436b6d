import { z } from "zod";
import { optionalId, required, text } from "#platform/kernel/form-fields.ts";

export const AgendaInput = z.object({ title: required("議題", 300), presenter: text(200).default("") });

/** A paper in words; with a member it is that member's report. */
export const ReportInput = z.object({
  title: required("表題", 300),
  text: text(10_000).default(""),
  memberId: optionalId(),
});

const chosen = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Figures of the profile by their keys, those that get worse in a list of their own. */
export const ExcerptsInput = z
  .object({ worse: chosen, figure: chosen })
  .transform(({ worse, figure }) => ({ keys: [...worse, ...figure] }));
