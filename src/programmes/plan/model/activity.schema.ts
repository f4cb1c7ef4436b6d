import { z } from "zod";
import { choice, day, files, longText, optionalId, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ACTIVITY_KINDS } from "./activity-kinds.schema.ts";
import { count } from "./plan-field.schema.ts";

const told = {
  initiativeId: optionalId(),
  kind: z.enum(ACTIVITY_KINDS, { error: "種類を選択してください。" }),
  title: text("実施内容"),
  from: day("日"),
  to: day("終了日", { optional: true }),
  place: text("場所", { optional: true }),
  online: z.coerce.boolean().default(false),
  host: text("主催機関"),
  partners: longText("連携機関", { most: 500, optional: true }),
  sessions: count("回数"),
  participants: count("参加者数"),
  men: count("男性の人数"),
  women: count("女性の人数"),
  workplaces: count("事業所の数"),
  fee: choice("参加費", ["free", "paid"], { optional: true }),
  result: text("結果（概要）", { most: 1000, optional: true }),
};
/** One day is its own end. */
const ended = <A extends { from: PlainDate; to: PlainDate | null }>(activity: A) => ({
  ...activity,
  to: activity.to ?? activity.from,
});

/** An activity as a table or the app's own samples tell it. The total of a year is no single event. */
export const ToldActivity = z.object({ ...told, isTotal: z.boolean().default(false) }).transform(ended);
/** An activity as a form tells it; `once` is the key of the form, which corrects what it made when it is sent again. Photos may come along. */
export const EnteredActivity = z
  .object({
    ...told,
    isTotal: z.boolean().default(false),
    once: z.string().optional(),
    file: files("写真・資料", { most: 20, optional: true }),
  })
  .transform(ended);
export const SavedActivity = z.object(told).transform(ended);

export type ActivityInput = z.infer<typeof ToldActivity> &
  Readonly<{ hostOrganisationId: OrganisationId | null }>;

export type Activity = ActivityInput & Readonly<{ id: string; fiscalYear: number; source: string }>;

/** An activity that another module brings: it counts once for its key, and follows corrections there. */
export type PushedActivity = Omit<ActivityInput, "isTotal"> & Readonly<{ source: string; sourceKey: string }>;

/** Sessions and participants by fiscal year and kind. Null where nothing is known: printed as a dash. */
export type YearCell = Readonly<{
  fiscalYear: number;
  kind: string;
  activities: number;
  sessions: number | null;
  participants: number | null;
}>;
