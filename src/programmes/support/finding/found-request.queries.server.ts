import { AREA_KINDS, type Area, areasContaining, getAreas } from "#foundation/areas/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { areasWithSecretariat } from "#foundation/identity/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { type SupportSubject, supportPolicy } from "../access.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { Status } from "../model/request.rules.ts";
import {
  findableOffers,
  findableRequests,
  selectFoundOffers,
  selectFoundRequests,
} from "./found-request.store.server.ts";

const named = (permit: Work, rows: readonly Readonly<{ areaId: string }>[]) =>
  getAreas(
    permit,
    rows.map(({ areaId }) => areaId as AreaId),
  );

/** Requests, by the name of the workplace and the number on its receipt. */
export const FOUND_REQUESTS = defineFound({
  kind: "request",
  name: { ja: "依頼", en: "Requests" },
  position: 30,
  may: (actor, subject: SupportSubject) => supportPolicy.may(actor, "request.read", subject),
  rows: findableRequests,
  async show(permit, keys) {
    const found = await selectFoundRequests(permit, keys);
    const areas = await named(permit, found);
    return found.map((one): Hit<SupportSubject> => {
      const area = one.areaId as AreaId;
      return {
        areaId: area,
        id: one.id,
        title: one.workplace,
        note: [one.number, STATUS_NAMES[one.status as Status].ja, showDateJa(one.madeOn)].join("・"),
        to: `/areas/${areas.get(area)?.slug ?? area}/requests/${one.id}`,
        subject: {
          type: "request",
          id: one.id,
          area,
          workplace: one.organisationId,
          passedTo: one.passedTo as AreaId | null,
          asked: one.asked,
        },
      };
    });
  },
});

/** Offers: whoever keeps one is led to its form, everybody else to where it can be asked for. */
export const FOUND_OFFERS = defineFound({
  kind: "offer",
  name: { ja: "支援メニュー", en: "Offers" },
  position: 60,
  may: (actor, subject: SupportSubject & { published: boolean }) =>
    supportPolicy.may(actor, subject.published ? "offer.public" : "offer.read", subject),
  rows: (permit) => findableOffers(permit, permit.clock.today()),
  async show(permit, keys, language) {
    const found = await selectFoundOffers(permit, keys);
    const areas = await named(permit, found);
    return found.map((one) => {
      const area = areas.get(one.areaId as AreaId);
      const subject = {
        ...{ type: "offer", id: one.id, area: one.areaId as AreaId },
        ...{ offering: one.offering, published: one.published },
      };
      const keeps = supportPolicy.may(permit.actor, "offer.read", subject) !== undefined;
      const english = language === "en";
      return {
        areaId: subject.area,
        id: one.id,
        title: english && one.titleEn ? one.titleEn : one.title,
        note: [...one.organisations, area?.name].filter(Boolean).join("・"),
        to: `/areas/${area?.slug ?? one.areaId}/${keeps ? `offers/${one.id}` : english ? "ask?lang=en" : "ask"}`,
        subject,
      };
    });
  },
});

/** Windows that take requests from the places that were found: a place's own, else those around it, the smallest first. */
export const FOUND_WINDOWS = defineFound({
  kind: "window",
  name: { ja: "職場の健康づくりの相談窓口", en: "Contact points for workplaces" },
  position: 10,
  may: (actor, subject: SupportSubject) => supportPolicy.may(actor, "office.find", subject),
  async near(permit, places, language) {
    const receiving = new Set(await areasWithSecretariat(permit));
    const found = new Map<AreaId, Area>();
    const keep = (areas: Iterable<Area>) => {
      for (const area of areas) if (receiving.has(area.id)) found.set(area.id, area);
    };
    keep((await getAreas(permit, places)).values());
    for (const place of places) if (!found.has(place)) keep(await areasContaining(permit, place));
    const english = language === "en";
    const size = ({ kind }: Area) => -AREA_KINDS.indexOf(kind);
    const nearest = [...found.values()].sort((a, b) => size(a) - size(b) || a.id.localeCompare(b.id));
    return nearest.map(
      (area): Hit<SupportSubject> => ({
        areaId: area.id,
        id: area.id,
        title: english ? `Contact point of ${area.name}` : `${area.name}の相談窓口`,
        note: english ? "No account needed" : "ログイン不要",
        to: `/areas/${area.slug}/ask${english ? "?lang=en" : ""}`,
        subject: { type: "area", area: area.id },
      }),
    );
  },
});
