import { z } from "zod";
import { longText, text } from "#platform/kernel/form-fields.ts";

/** The parts that a report may go without, in its order; minutes of what the council did are always in it. */
export const REPORT_PARTS = [
  "comparison",
  "health",
  "issues",
  "activities",
  "initiatives",
  "targets",
  "evaluations",
  "maturity",
  "history",
  "next",
  "photos",
  "approval",
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

const MOST_FIGURES = 12;
const MOST_PHOTOS = 12;

const chosen = (most: number, label: string) =>
  z.preprocess(
    (sent) => [sent ?? []].flat(),
    z.array(z.string()).max(most, { error: `${label}は${most}件までにしてください。` }),
  );

export const ReportSettingInput = z
  .object({
    foreword: longText("はじめに", { most: 3000, optional: true }),
    author: text("作成者", { most: 200, optional: true }),
    parts: chosen(REPORT_PARTS.length, "載せる項目"),
    figures: chosen(MOST_FIGURES, "指標"),
    photos: chosen(MOST_PHOTOS, "写真"),
  })
  .transform(({ parts, ...rest }) => ({
    ...rest,
    leftOut: REPORT_PARTS.filter((part) => !parts.includes(part)) as string[],
  }));
export type ReportSetting = Readonly<
  Omit<z.output<typeof ReportSettingInput>, "leftOut" | "figures" | "photos"> &
    Record<"leftOut" | "figures" | "photos", readonly string[]>
>;

/** Of a year that nobody prepared: everything that there is, without words and figures of the office's own. */
export const UNPREPARED: ReportSetting = {
  foreword: "",
  author: "",
  leftOut: ["approval"],
  figures: [],
  photos: [],
};
