import { getAreas } from "#foundation/areas/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { type EventSubject, eventPolicy } from "../access.ts";
import { titleIn } from "../catalogue/event.present.ts";
import { KIND_NAMES } from "../model/event.messages.ts";
import { findableEvents, selectFoundEvents } from "./found-event.store.server.ts";

type FoundSubject = EventSubject & Readonly<{ draft: boolean }>;

/** Events: for everybody once they are announced, for the staff before. */
export const FOUND_EVENTS = defineFound({
  kind: "event",
  name: { ja: "催し・研修会", en: "Events and trainings" },
  position: 65,
  may: (actor, subject: FoundSubject) =>
    eventPolicy.may(actor, subject.draft ? "event.see-draft" : "event.read", subject),
  rows: findableEvents,
  async show(permit, keys, language) {
    const found = await selectFoundEvents(permit, keys);
    const areas = await getAreas(
      permit,
      found.map(({ areaId }) => areaId as AreaId),
    );
    return found.map((one): Hit<FoundSubject> => {
      const area = areas.get(one.areaId as AreaId);
      const day = one.firstDay && (language === "ja" ? showDateJa(one.firstDay) : one.firstDay);
      const subject = { type: "event", id: one.id, area: one.areaId as AreaId, draft: one.state === "draft" };
      return {
        ...{ areaId: subject.area, id: one.id, title: titleIn(one, language), subject },
        note: [KIND_NAMES[one.kind][language], day, area?.name].filter(Boolean).join("・"),
        to: `/areas/${area?.slug ?? one.areaId}/events/${one.id}${language === "en" ? "?lang=en" : ""}`,
      };
    });
  },
});
