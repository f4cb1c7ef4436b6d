import { namedId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { hoursRowText } from "../find/entry.present.ts";
import { bydayOf, closedDays, freqOf, nextOpen } from "../model/hours.rules.ts";
import { intakeNow } from "../model/intake.rules.ts";
import {
  FEE_NAMES,
  INTAKE_NAMES,
  KIND_NAMES,
  LANGUAGE_NAMES,
  RESIDENCE_NAMES,
  TOPIC_NAMES,
} from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import { KINDS, type SpokenLanguage, TOPICS, type Topic } from "../model/resource-lists.schema.ts";

// How entries leave by HSDS 3.0. An entry is a service at a location: organisation, service and location are made of it.

const id = (...words: string[]) => namedId("hsds", ...words) as string;
const YEAR_DAYS = 366;

export const TAXONOMIES = {
  kind: { id: id("taxonomy", "kind"), name: "種類", description: "Yui の掲載の種類" },
  topic: { id: id("taxonomy", "topic"), name: "テーマ", description: "Yui の健康課題のテーマ" },
} as const;
const termOf = (taxonomy: keyof typeof TAXONOMIES, code: string, name: string) => ({
  ...{ id: id("term", taxonomy, code), code, name, description: name, taxonomy: TAXONOMIES[taxonomy].name },
  ...{ language: "ja", taxonomy_detail: TAXONOMIES[taxonomy] },
});
export const TERMS = [
  ...KINDS.map((kind) => termOf("kind", kind, KIND_NAMES[kind].ja)),
  ...TOPICS.map((topic) => termOf("topic", topic, TOPIC_NAMES[topic].ja)),
];
const TERM_BY_CODE = new Map(TERMS.map((term) => [`${term.taxonomy}${term.code}`, term]));

/** An empty field is left out: the specification knows no null. */
const told = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== "" && value !== null && value !== undefined),
  ) as Partial<T>;

const uri = (text: string): string | undefined =>
  URL.canParse(text) ? encodeURI(decodeURI(text)) : undefined;
const organisationIdOf = (one: Resource): string =>
  one.organisationId ?? id("organisation", one.areaId, one.provider || one.name);

const attributesOf = (one: Resource) =>
  [[TAXONOMIES.kind.name, one.kind], ...one.topics.map((topic) => [TAXONOMIES.topic.name, topic])].flatMap(
    ([taxonomy, code]) => {
      const term = TERM_BY_CODE.get(`${taxonomy}${code}`);
      return term
        ? [
            {
              id: id("attribute", one.serviceId, term.id),
              link_type: "service",
              link_entity: "service",
              taxonomy_term: term,
            },
          ]
        : [];
    },
  );

/** Rows of hours as rules; days that are otherwise are told in words, as the specification has no field for them. */
export function schedulesOf(one: Resource, today: PlainDate) {
  const until = addDays(today, YEAR_DAYS);
  const first = nextOpen(one.hours, today)?.day ?? today;
  return one.hours.rows.map((row, at) => {
    const closed = closedDays(one.hours, row, today, until);
    return told({
      id: id("schedule", one.id, String(at)),
      timezone: 9,
      freq: freqOf(row),
      interval: 1,
      dtstart: first,
      byday: bydayOf(row),
      opens_at: row.from,
      closes_at: row.to,
      description: hoursRowText(row, "ja"),
      notes: [
        closed.length > 0 ? `EXDATE:${closed.map((day) => day.replaceAll("-", "")).join(",")}` : "",
        one.hours.note,
      ]
        .filter(Boolean)
        .join(" "),
    });
  });
}

const phonesOf = (one: Resource) => [
  ...(one.phone ? [{ id: id("phone", one.id), number: one.phone, type: "voice" }] : []),
  ...(one.fax ? [{ id: id("fax", one.id), number: one.fax, type: "fax" }] : []),
];

const organisationOf = (one: Resource) =>
  told({
    id: organisationIdOf(one),
    name: one.provider || one.name,
    description: one.provider || one.name,
    ...(one.corporateNumber
      ? {
          organization_identifiers: [
            {
              id: id("identifier", organisationIdOf(one)),
              identifier_type: "法人番号",
              identifier: one.corporateNumber,
            },
          ],
        }
      : {}),
  });

export type ServicePlaces = Readonly<{ of: readonly Resource[]; areaName: string; at: Date }>;

/** The fields of a service that are one each. */
export function serviceOf({ of, at }: ServicePlaces, today: PlainDate) {
  const one = of[0]!;
  const closed = of.every((place) => intakeNow(place, today) === "closed");
  return told({
    id: one.serviceId,
    organization_id: organisationIdOf(one),
    name: one.name,
    alternate_name: one.kana,
    description: one.description,
    url: uri(one.website),
    status: closed ? "temporarily closed" : "active",
    application_process: one.apply,
    fees_description: [FEE_NAMES[one.fee].ja, one.feeNote].filter(Boolean).join(" "),
    eligibility_description: [RESIDENCE_NAMES[one.residence].ja, sizeText(one), one.eligibility]
      .filter(Boolean)
      .join(" "),
    alert: intakeNow(one, today) === "unknown" ? "" : INTAKE_NAMES[intakeNow(one, today)].ja,
    assured_date: one.checkedOn ?? "",
    last_modified: at.toISOString(),
  });
}

const sizeText = ({ sizeFrom, sizeTo }: Resource): string =>
  sizeFrom === null && sizeTo === null ? "" : `従業員${sizeFrom ?? ""}～${sizeTo ?? ""}人`;

/** A service with everything that belongs to it. */
export function fullService(places: ServicePlaces, today: PlainDate) {
  const one = places.of[0]!;
  return {
    ...serviceOf(places, today),
    organization: organisationOf(one),
    phones: phonesOf(one),
    schedules: schedulesOf(one, today),
    languages: one.languages.map((code) => ({
      ...{ id: id("language", one.id, code), code, name: LANGUAGE_NAMES[code as SpokenLanguage]?.ja ?? code },
    })),
    service_areas: (one.served.length > 0 ? one.served : [places.areaName]).map((area) =>
      told({ id: id("area", one.serviceId, area), name: area, description: area }),
    ),
    cost_options:
      one.fee === "free"
        ? [{ id: id("cost", one.serviceId), option: FEE_NAMES.free.ja, currency: "jpy", amount: 0 }]
        : [],
    attributes: attributesOf(one),
    service_at_locations: places.of.map((place) => ({ id: place.id, location: locationOf(place) })),
  };
}

const locationOf = (one: Resource) => ({
  ...told({
    id: id("location", one.areaId, one.address || one.id),
    location_type: one.address === "" && one.latitude === null ? "virtual" : "physical",
    name: one.name,
    transportation: one.access,
    latitude: one.latitude,
    longitude: one.longitude,
  }),
  addresses: one.address === "" ? [] : [addressOf(one)],
});

const addressOf = (one: Resource) => ({
  ...{
    id: id("address", one.id),
    address_1: one.address,
    city: one.municipality ?? "",
    state_province: (one.municipality ?? "").slice(0, 2),
  },
  ...{ postal_code: one.postalCode, country: "JP", address_type: "physical" },
});

/** One service at one of its places. */
export const serviceAtLocation = (one: Resource, areaName: string, today: PlainDate, full: boolean) => ({
  ...told({ id: one.id, description: one.description }),
  location: locationOf(one),
  service: serviceOf({ of: [one], areaName, at: one.changedAt }, today),
  ...(full ? { phones: phonesOf(one), schedules: schedulesOf(one, today) } : {}),
});

/** What was listed once: harvesters let it go, and nothing of it is told again. */
export const defunctService = (serviceId: string, at: Date) => ({
  ...{ id: serviceId, name: "掲載終了", status: "defunct", last_modified: at.toISOString() },
});

export type PageOf<T> = Readonly<{ all: number; page: number; size: number; contents: readonly T[] }>;

export function envelope<T>({ all, page, size, contents }: PageOf<T>) {
  const pages = Math.max(1, Math.ceil(all / size));
  return {
    ...{ total_items: all, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0 },
    contents,
  };
}

/** Which mark of the search a term of ours stands for. */
export const codeOfTerm = (
  termId: string,
): Readonly<{ taxonomy: "kind" | "topic"; code: Topic | string }> | undefined => {
  const term = TERMS.find((one) => one.id === termId);
  return term && { taxonomy: term.taxonomy === TAXONOMIES.kind.name ? "kind" : "topic", code: term.code };
};
