import { readAttachment } from "#foundation/attachments/public.ts";
import { also, type Work } from "#foundation/authority/public.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { selectPictures } from "../activities/activity-file.store.server.ts";

/** A picture attached to an activity of the year. `path` leads to it, from the pages of the area's plan on. */
export type ReportPhoto = Readonly<{
  id: string;
  path: string;
  caption: string;
  content?: Uint8Array | undefined;
}>;

/** The pictures of a fiscal year's activities; with their content those that are named. */
export async function reportPhotos(
  work: Work,
  area: AreaId,
  year: FiscalYear,
  opened: readonly string[] = [],
): Promise<Result<ReportPhoto[]>> {
  const permit = await also(work, planPolicy, "plan.report", { type: "plan", area });
  if (!permit.ok) return permit;
  const photos: ReportPhoto[] = [];
  for (const { id, fileId, activityId, title, place, heldFrom } of await selectPictures(permit.value, year)) {
    const found = opened.includes(id) ? await readAttachment(permit.value, fileId) : undefined;
    const [, month, day] = heldFrom.split("-").map(Number);
    photos.push({
      id,
      path: `activities/${activityId}/files/${id}`,
      caption: `${title}（${month}月${day}日${place ? `　${place}` : ""}）`,
      content: found?.ok ? found.value.content : undefined,
    });
  }
  return ok(photos);
}
