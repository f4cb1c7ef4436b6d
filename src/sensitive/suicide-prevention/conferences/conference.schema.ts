import { z } from "zod";
import { count, day, longText, many } from "#platform/kernel/form-fields.ts";
import { rowId } from "#platform/kernel/target.ts";
import { CONFERENCE_THEMES } from "../model/prevention-kinds.schema.ts";
import { tellsOf } from "./conference-text.rules.ts";

const MOST = 500;
const reviewed = (label: string) =>
  longText(label, { most: MOST, optional: true }).superRefine((text, context) => {
    for (const message of tellsOf(text)) context.addIssue({ code: "custom", message });
  });

/** A session: counts, words of lists, a month, and the two texts that a second reader reads. */
export const ConferenceInput = z.object({
  heldOn: day("開催日"),
  cases: count("検討した件数", { most: 99, unit: "件" }),
  themes: many("検討した内容", CONFERENCE_THEMES),
  measures: reviewed("支援や体制について決めたこと"),
  lesson: reviewed("今後に生かすこと"),
  pledgedOn: day("守秘の誓約日"),
  seats: z.preprocess((sent) => [sent ?? []].flat(), z.array(rowId()).max(100)),
});
