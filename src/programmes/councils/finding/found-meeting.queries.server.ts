import { getAreas } from "#foundation/areas/public.ts";
import type { Subject } from "#foundation/authority/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { councilPolicy } from "../access.ts";
import { findableMeetings, selectFoundMeetings } from "./found-meeting.store.server.ts";

/** Meetings of councils and their working groups. */
export const FOUND_MEETINGS = defineFound({
  kind: "meeting",
  name: { ja: "会議", en: "Meetings" },
  position: 40,
  may: (actor, subject: Subject) => councilPolicy.may(actor, "meeting.read", subject),
  rows: findableMeetings,
  async show(permit, keys) {
    const found = await selectFoundMeetings(permit, keys);
    const areas = await getAreas(
      permit,
      found.map(({ areaId }) => areaId as AreaId),
    );
    return found.map((one): Hit => {
      const area = areas.get(one.areaId as AreaId);
      const notes = [one.body, one.heldOn ? showDateJa(one.heldOn) : "日程未定", area?.name];
      return {
        areaId: one.areaId as AreaId,
        id: one.id,
        title: one.title,
        note: notes.filter(Boolean).join("・"),
        to: `/areas/${area?.slug ?? one.areaId}/council/meetings/${one.id}`,
        subject: { type: "meeting", id: one.id, area: one.areaId as AreaId },
      };
    });
  },
});
