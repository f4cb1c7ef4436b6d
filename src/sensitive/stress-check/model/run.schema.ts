import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, count, day, fiscalYear, longText, optionalId, text } from "#platform/kernel/form-fields.ts";
import { isUuid, type OrganisationId } from "#platform/kernel/ids.ts";

/** The four ways in which small workplaces run it, as the manual for them names these. */
const KINDS = ["single", "association", "district", "branches"] as const;
const METHODS = ["totals", "conversion"] as const;
const RUN_STATES = ["draft", "open", "closed"] as const;
export const RUN_STEPS = ["add", "open", "answer", "close", "sheet"] as const;

/** What can be done with a run: buttons, guards, README and tests read this table. */
export const RUN = {
  draft: ["add", "open"],
  open: ["add", "answer", "close"],
  closed: ["sheet"],
} as const satisfies Record<(typeof RUN_STATES)[number], readonly (typeof RUN_STEPS)[number][]>;

export type Run = RowOf<"sensitive.stressRun">;
export type Workplace = RowOf<"sensitive.stressWorkplace">;
export type Request = RowOf<"sensitive.stressRequest">;
export type Opinion = Readonly<{ class: "usual" | "restricted" | "leave"; measures: string }>;
export type ShownRequest = Omit<Request, "name" | "opinion"> &
  Readonly<{ name: string; opinion: Opinion | null }>;

const told = {
  title: text("実施名"),
  kind: choice("実施方法", KINDS),
  fiscalYear: fiscalYear("年度"),
  method: choice("判定の方法", METHODS),
  closesOn: day("回答期限", { optional: true }),
  contact: text("問い合わせ先", { most: 300 }),
  interviewOffice: optionalId<OrganisationId>(),
};
export const RunInput = z.object(told);
export const JointInput = z.object({ ...told, implementer: z.uuid({ error: "実施者を選んでください。" }) });

/** Workplaces as they are pasted, a line each with name and number of workers; and those of the year before. */
export const LinesInput = z.object({
  lines: longText("事業所", { most: 20_000, optional: true }),
  earlier: z.preprocess(
    (chosen) => [chosen ?? []].flat(),
    z.array(z.uuid({ error: "前年度の事業所を選んでください。" })),
  ),
});
export const WorkerLines = z.object({ lines: longText("受検者の氏名", { most: 20_000 }) });
/** Codes for who has none, for all anew, or for one who lost theirs. */
export const GiveInput = z.object({
  which: z
    .union([z.enum(["missing", "all"]), z.string().refine(isUuid)], { error: "対象の方を選んでください。" })
    .default("missing"),
});
export const JoinInput = z.object({
  heardOn: day("意見を聞いた日"),
  heard: longText("意見の聞き方と主な意見", { most: 1000 }),
  contact: text("実務担当者"),
  personnel: choice("結果を扱う人の人事権", ["none", "has"]),
  /** Asked of who takes part in a joint run alone. */
  joint: choice("合同の集計", ["yes", "no"], { optional: true }),
});
export const StepInput = z.object({
  number: count("手順", { least: 1, most: 20 }),
  doneOn: day("実施した日"),
  remark: text("記録", { most: 500, optional: true }),
});
