import { z } from "zod";
import { aimedAt } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { rowId, yearOfTarget } from "#platform/kernel/target.ts";
import { councilPolicy } from "../access.ts";

/** What the commands and queries of the council are aimed at. Who may depends on the area alone. */
export const ofArea = (type: string) => aimedAt(councilPolicy, type);
export const ofYear = (type: string) => aimedAt(councilPolicy, type, { year: yearOfTarget });
export const ofPart = (type: string) => aimedAt(councilPolicy, type, { id: rowId() });
export const ofBody = aimedAt(councilPolicy, "body", { body: rowId() }, "body");
export const ofMeeting = aimedAt(councilPolicy, "meeting", { meeting: rowId() }, "meeting");
/** A paper, a task, a date and so on of a meeting. */
export const ofMeetingPart = (type: string) =>
  aimedAt(councilPolicy, type, { meeting: rowId(), id: rowId() });

/** Of no area: what is gathered over all in reach. */
export const ofAllAreas = (type: string) => ({
  policy: councilPolicy,
  target: z.object({}),
  subject: () => ({ type, area: "jp" as AreaId }),
});
