import { municipalitiesOf } from "#foundation/areas/public.ts";
import { type AreaId, isUuid } from "#platform/kernel/ids.ts";
import { isHoliday } from "#platform/kernel/working-day.ts";
import type { SupportPermit } from "../access.ts";
import { serviceOn } from "../model/chisanpo.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import { closedAt, type Slot } from "../model/offer.rules.ts";
import type { Offer } from "../model/offer.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import type { RequestDraft, SupportRequest } from "../model/request.schema.ts";
import { wantedOffer } from "../model/request-form.rules.ts";
import { showDay } from "../model/visit.present.ts";
import { obstacleText } from "../offers/matching.messages.ts";
import { obstaclesFor } from "../offers/matching.rules.ts";
import { selectOffers } from "../offers/offer.store.server.ts";

/** The services of the regional occupational health centres are for workplaces with fewer people. */
export const SMALL = 50;

/** A town that the area does not hold. */
export async function townComplaints(
  permit: SupportPermit,
  area: AreaId,
  { municipality, language }: Pick<SupportRequest, "municipality" | "language">,
): Promise<Record<string, string[]>> {
  const towns = await municipalitiesOf(permit, area);
  return towns.some((town) => town.id === municipality)
    ? {}
    : { municipality: [ERRORS[language].municipality!] };
}

/** What was chosen from the list of offers, or why this workplace can't have it. */
export async function wantedFrom(
  permit: SupportPermit,
  area: AreaId,
  draft: RequestDraft,
  language: Language,
): Promise<Readonly<{ offer?: Offer; errors: Record<string, string[]> }>> {
  const id = wantedOffer(draft.wanted);
  if (id === undefined) return { errors: {} };
  const today = permit.clock.today();
  const [offer] = isUuid(id)
    ? await selectOffers(permit, area, { ids: [id], published: true, on: today })
    : [];
  if (!offer) return { errors: { wanted: [ERRORS[language].service!] } };
  const { size, people, municipality, industry } = draft;
  const against = obstaclesFor(offer, { size, people, municipality, industry }, today).filter(
    ({ code }) => code !== "waiting_list",
  );
  if (against.length === 0) return { offer, errors: {} };
  const why = against.map((one) => obstacleText(one, language)).join(language === "ja" ? "、" : ", ");
  return { errors: { wanted: [ERRORS[language].notYours!.replace("{why}", why)] } };
}

const EARLY = "07:00";
const LATE = "21:00";

/** What is possible but odd: a Sunday, the night. */
export function oddWishes(
  { wishes }: Pick<RequestDraft, "wishes">,
  language: Language,
): Record<string, string[]> {
  const say = ERRORS[language];
  return Object.fromEntries(
    wishes.map((wish, index) => [
      `wish${index + 1}`,
      [
        ...(isSunday(wish) ? [say.sunday!.replace("{day}", showDay(wish.day, language))] : []),
        ...(wish.from < EARLY || wish.to > LATE
          ? [say.night!.replace("{from}", wish.from).replace("{to}", wish.to)]
          : []),
      ],
    ]),
  );
}

const isSunday = ({ day }: Slot) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** What only the towns, offers and services of the area can tell. */
export async function afterReading(
  permit: SupportPermit,
  area: AreaId,
  draft: RequestDraft,
  language: Language,
): Promise<Record<string, string[]>> {
  const today = permit.clock.today();
  const say = ERRORS[language];
  const wrongTown = await townComplaints(permit, area, { ...draft, language });
  if (wrongTown.municipality) return wrongTown;
  const service = serviceOn(draft.service, today);
  if (draft.service && !service) return { service: [say.service!] };
  if (service && draft.size >= SMALL) return { service: [say.small!] };
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
