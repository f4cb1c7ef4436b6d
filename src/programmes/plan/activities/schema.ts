import { z } from "zod";
import { count, day, optionalDay, optionalId, required, text } from "../fields/schema.ts";
import { ACTIVITY_KINDS } from "./kinds/schema.ts";

export const ActivityInput = z
  .object({
    initiativeId: optionalId,
    kind: z.enum(ACTIVITY_KINDS, { error: "種類を選んでください。" }),
    title: required("何をしたか", 200),
    from: day,
    to: optionalDay,
    isTotal: z.boolean().default(false),
    place: text(200).default(""),
    online: z.coerce.boolean().default(false),
    host: required("開いた機関", 200),
    hostOrganisationId: z.uuid().nullable().default(null),
    partners: text(500).default(""),
    sessions: count("回数"),
    participants: count("参加者数"),
    men: count("男性の人数"),
    women: count("女性の人数"),
    workplaces: count("事業所の数"),
    fee: z
      .union([z.enum(["free", "paid"]), z.literal("").transform(() => null), z.null()])
      .optional()
      .transform((value) => value ?? null),
    result: text(1000).default(""),
  })
  .transform((value) => ({ ...value, to: value.to ?? value.from }));
export type ActivityInput = z.infer<typeof ActivityInput>;

export type Activity = ActivityInput &
  Readonly<{ id: string; fiscalYear: number; source: string; enteredBy: string }>;

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
