import { municipalitiesOf } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { isHoliday } from "#platform/kernel/working-day.ts";
import type { SupportPermit } from "../access.ts";
import { serviceOn } from "../model/chisanpo.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import { closedAt, type Slot } from "../model/offer.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import type { RequestDraft, SupportRequest } from "../model/request.schema.ts";
import { selectOffers } from "../offers/offer.store.server.ts";

/** What only the towns, offers and services of the area can tell. */
export async function afterReading(
  permit: SupportPermit,
  area: AreaId,
  draft: RequestDraft,
  language: Language,
): Promise<Record<string, string[]>> {
  const today = permit.clock.today();
  const say = ERRORS[language];
  const towns = await municipalitiesOf(permit, area);
  if (!towns.some((town) => town.id === draft.municipality)) return { municipality: [say.municipality!] };
  const service = serviceOn(draft.service, today);
  if (draft.service && !service) return { service: [say.service!] };
  if (service?.asks === "checkup_on" && !draft.checkupOn) return { checkupOn: [say.checkupOn!] };
  if (service?.asks === "applied_on" && !draft.appliedOn) return { appliedOn: [say.appliedOn!] };
  return holidayComplaints(permit, area, { ...draft, language });
}

/** Wishes on a holiday on which nobody works who could be asked: said beside the field. */
export async function holidayComplaints(
  permit: SupportPermit,
  area: AreaId,
  request: Pick<SupportRequest, "topics" | "service" | "wishes" | "language">,
): Promise<Record<string, string[]>> {
  const { topics, service, wishes, language } = request;
  const offers = await selectOffers(permit, area, { topics, service, on: permit.clock.today() });
  const closed = (slot: Slot) =>
    isHoliday(slot.day) && offers.every((offer) => closedAt(offer, slot) === "holiday");
  return Object.fromEntries(
    wishes.flatMap((wish, index) =>
      closed(wish) ? [[`wish${index + 1}`, [ERRORS[language].holidayOutside!]]] : [],
    ),
  );
}
