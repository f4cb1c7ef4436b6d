import { type Resource as FhirResource, resourceOf, told } from "#foundation/fhir/public.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { hoursRowText } from "../find/entry.present.ts";
import { hoursOf } from "../model/hours.rules.ts";
import { KIND_NAMES, TOPIC_NAMES } from "../model/resource.messages.ts";
import type { Kind, Topic } from "../model/resource-lists.schema.ts";
import type { selectChanged } from "../out/dataset.store.server.ts";

export type Place = Awaited<ReturnType<typeof selectChanged>>[number];
export type Provider = Pick<Place, "areaId" | "provider" | "organisationId" | "corporateNumber" | "name">;

/** Of who runs an entry: registered ones have their own id, others one by their name in the area. */
export const providerId = ({ organisationId, areaId, provider, name }: Provider): string =>
  organisationId ?? (namedId("fhir", "organisation", areaId, provider || name) as string);

export const organizationOf = (one: Provider): FhirResource =>
  resourceOf("Organization", providerId(one), {
    identifier: one.corporateNumber
      ? [{ system: "https://www.houjin-bangou.nta.go.jp/", value: one.corporateNumber }]
      : [],
    active: true,
    name: one.provider || one.name,
  });

const telecom = ({ phone, fax, website }: Place) => [
  ...(phone ? [{ system: "phone", value: phone }] : []),
  ...(fax ? [{ system: "fax", value: fax }] : []),
  ...(website ? [{ system: "url", value: website }] : []),
];

export const locationOf = (one: Place): FhirResource =>
  resourceOf("Location", one.id, {
    meta: { lastUpdated: one.changedAt.toISOString() },
    status: "active",
    name: one.name,
    mode: "instance",
    telecom: telecom(one),
    address: one.address
      ? told({ text: one.address, postalCode: one.postalCode, state: prefectureOf(one), country: "JP" })
      : undefined,
    position:
      one.latitude === null || one.longitude === null
        ? undefined
        : { latitude: one.latitude, longitude: one.longitude },
    managingOrganization: { reference: `Organization/${providerId(one)}` },
  });

const prefectureOf = ({ municipality }: Place) => municipality?.slice(0, 2);

const DAYS: Readonly<Record<string, string>> = {
  ...{ MO: "mon", TU: "tue", WE: "wed", TH: "thu", FR: "fri", SA: "sat", SU: "sun" },
};

export function healthcareServiceOf(origin: string, one: Place): FhirResource {
  const hours = hoursOf(one.hours);
  const kind = one.kind as Kind;
  const weekly = hours.rows.filter(({ weeks }) => weeks.length === 0);
  const monthly = hours.rows.filter(({ weeks }) => weeks.length > 0).map((row) => hoursRowText(row, "ja"));
  return resourceOf("HealthcareService", one.id, {
    meta: { lastUpdated: one.changedAt.toISOString() },
    active: true,
    providedBy: { reference: `Organization/${providerId(one)}`, display: one.provider || one.name },
    type: [
      {
        coding: [{ system: `${origin}/fhir/kind`, code: kind, display: KIND_NAMES[kind].ja }],
        text: KIND_NAMES[kind].ja,
      },
    ],
    specialty: one.topics.map((topic) => ({
      coding: [{ system: `${origin}/fhir/topic`, code: topic }],
      text: TOPIC_NAMES[topic as Topic]?.ja ?? topic,
    })),
    location: [{ reference: `Location/${one.id}` }],
    name: one.name,
    comment: one.description,
    extraDetails: one.eligibility,
    telecom: telecom(one),
    availableTime: weekly.map(({ days, from, to }) => ({
      daysOfWeek: days.map((day) => DAYS[day]),
      ...{ availableStartTime: `${from}:00`, availableEndTime: `${to}:00` },
    })),
    availabilityExceptions: [...monthly, hours.note].filter(Boolean).join(" "),
  });
}

/** An entry that ended, for who asks for changes: that it is no more, and nothing else of it. */
export const endedService = (id: string, at: Date): FhirResource =>
  resourceOf("HealthcareService", id, { meta: { lastUpdated: at.toISOString() }, active: false });
export const endedLocation = (id: string, at: Date): FhirResource =>
  resourceOf("Location", id, { meta: { lastUpdated: at.toISOString() }, status: "inactive" });
