import { formTexts } from "#platform/kernel/form-values.ts";
import { REPORT_PARTS, type ReportSetting } from "./report-setting.schema.ts";

/** The choices of a report as their form shows them; several are told apart by a space. */
export const settingValues = (setting: ReportSetting) => ({
  ...formTexts(setting, "foreword", "author"),
  parts: REPORT_PARTS.filter((part) => !setting.leftOut.includes(part)).join(" "),
  figures: setting.figures.join(" "),
  photos: setting.photos.join(" "),
});
