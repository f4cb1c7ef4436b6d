import { daysBetween, type PlainDate, parsePlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Option } from "#ui/field.tsx";
import type { ChisanpoService } from "../model/chisanpo.rules.ts";
import {
  FEE_NAMES,
  INDUSTRY_NAMES,
  KIND_NAMES,
  type Language,
  PLACE_NAMES,
  TOPIC_NAMES,
} from "../model/offer.messages.ts";
import { INDUSTRIES, PLACES, type Topic } from "../model/offer-lists.schema.ts";
import { FILES } from "../model/request-file.messages.ts";
import { HEARD_NAMES, NEEDS, PAGE } from "../model/request-form.messages.ts";
import { HEARD_FROM } from "../model/request-lists.schema.ts";
import { obstacleText } from "../offers/matching.messages.ts";
import type { PublicOffer } from "../offers/offer.usecases.server.ts";

/** What the form lets one choose from, in one language: the browser gets no more words than it shows. */
export function choicesIn(
  language: Language,
  topics: readonly Topic[],
  services: readonly ChisanpoService[],
) {
  const options = (
    keys: readonly string[],
    names: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  ): Option[] => keys.map((value) => ({ value, label: names[value]![language] }));
  return {
    topics: options(topics, TOPIC_NAMES),
    industries: options(INDUSTRIES, INDUSTRY_NAMES),
    places: options(PLACES, PLACE_NAMES),
    heard: options(HEARD_FROM, HEARD_NAMES),
    services: services.map((one) => ({
      value: one.key,
      label: one[language],
      precondition: language === "ja" ? one.precondition : one.preconditionEn,
      asks: one.asks,
    })),
  };
}
export type Choices = ReturnType<typeof choicesIn>;

/** What the fields of the form are called, for what is to be mended of them. */
export function labelsIn(language: Language): Readonly<Record<string, string>> {
  const text = PAGE[language];
  const { topics, service, checkupOn, appliedOn, wish, workplace, industry, municipality, address } = text;
  const { size, people, place, contact, phone, email, heardFrom, wanted, what: need } = text;
  const wishes = [1, 2, 3].map((n) => [`wish${n}`, text.day.replace("{n}", String(n))]);
  return {
    ...{ topics, service, checkupOn, appliedOn, wish, workplace, industry, municipality, address },
    ...{ size, people, place, contact, phone, email, heardFrom, wanted, need, files: FILES[language].label },
    ...Object.fromEntries(wishes),
  };
}

/** The same of a change, where also each hour may differ from what stands. */
export function changeLabelsIn(language: Language): Readonly<Record<string, string>> {
  const { day, hours, from, to } = PAGE[language];
  const times = [1, 2, 3].flatMap((n) => {
    const wish = day.replace("{n}", String(n));
    return [
      [`day${n}`, wish],
      [`part${n}`, `${wish} ${hours}`],
      [`from${n}`, `${wish} ${from}`],
      [`to${n}`, `${wish} ${to}`],
    ];
  });
  return { ...labelsIn(language), ...Object.fromEntries(times) };
}

export const needsIn = (language: Language): Option[] =>
  NEEDS.map((value) => ({ value, label: PAGE[language].needs[value] }));

/** An offer as the public page tells of it. */
export type OfferLine = Readonly<{
  id: string;
  service: string | null;
  kind: string;
  usable: boolean;
  free: boolean;
  title: string;
  fee: string;
  facts: string;
  note: string;
}>;

/** The offers as the page lists them: what is free goes before what costs. */
export const offerLines = (
  offers: readonly PublicOffer[],
  language: Language,
  today: PlainDate,
): OfferLine[] =>
  offers
    .map((one) => offerLine(one, language, today))
    .sort((a, b) => Number(b.usable) - Number(a.usable) || Number(b.free) - Number(a.free));

function offerLine(
  { offer, obstacles, first }: PublicOffer,
  language: Language,
  today: PlainDate,
): OfferLine {
  const text = PAGE[language];
  const day = first ? parsePlainDate(first) : undefined;
  const days = day ? daysBetween(today, day) : 0;
  const ahead =
    days < 10
      ? text.inDays.replace("{n}", String(days))
      : text.inWeeks.replace("{n}", String(Math.round(days / 7)));
  const when = day ? text.soon.replace("{when}", ahead) : text.noDay;
  const against = obstacles.map((one) => obstacleText(one, language)).join(language === "ja" ? "、" : ", ");
  const until =
    offer.intake === "suspended" && offer.intakeUntil && language === "ja"
      ? `（${showDateJa(offer.intakeUntil)}まで）`
      : "";
  return {
    id: offer.id,
    service: offer.service,
    kind: offer.kind,
    usable: obstacles.length === 0,
    title: language === "en" && offer.titleEn ? offer.titleEn : offer.title,
    free: offer.fee === "free",
    fee: FEE_NAMES[offer.fee][language],
    facts: [KIND_NAMES[offer.kind][language], offer.organisations.join("・")].join("　"),
    note: obstacles.length === 0 ? when : `${against}${until}`,
  };
}
