import type { PushedResource } from "#evidence/directory/public.ts";
import type { Organisation } from "#foundation/organisations/public.ts";
import { fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Offer, OfferKind, Topic } from "../model/offer.schema.ts";
import { NEED_TOPICS, NEEDS } from "../model/request-form.messages.ts";

type ListedTopic = NonNullable<PushedResource["topics"]>[number];

const KINDS: Readonly<Record<OfferKind, PushedResource["kind"]>> = {
  ...{ lecture: "class", check_corner: "class", consultation: "window" },
  ...{ workplace_visit: "window", chisanpo: "occupational_health_centre" },
};
/** Where the directory has another word for a topic. */
const TOPICS: Readonly<Partial<Record<Topic, ListedTopic>>> = {
  tuberculosis: "infection",
  cancer: "cancer_screening",
};
const INTAKES = { open: "open", waiting_list: "waiting", suspended: "closed" } as const;

const WEEKDAY = /^(-?\d)?(MO|TU|WE|TH|FR|SA|SU)$/;

/** Its days as rows of hours; a rule that is more than weekdays is left to the form of the request. */
export function hoursOfOffer({ rrule, opensAt, closesAt, onHolidays }: Offer): PushedResource["hours"] {
  const named = (/BYDAY=([-+0-9A-Z,]+)/.exec(rrule)?.[1] ?? "").split(",").flatMap((part) => {
    const [, week = "", day] = WEEKDAY.exec(part.replace("+", "")) ?? [];
    return day ? [{ week, day }] : [];
  });
  const rows = [...Map.groupBy(named, ({ day }) => day)].map(([day, weeks]) => ({
    weeks: weeks.flatMap(({ week }) => (week === "" ? [] : [week])),
    days: [day],
    ...{ from: opensAt, to: closesAt },
  }));
  const weekly = rows.filter(({ weeks }) => weeks.length === 0).flatMap(({ days }) => days);
  const monthly = rows.filter(({ weeks }) => weeks.length > 0);
  const all =
    weekly.length > 0 ? [{ weeks: [], days: weekly, from: opensAt, to: closesAt }, ...monthly] : monthly;
  return { rows: all, closedOnHolidays: !onHolidays, exceptions: [], note: "" } as unknown as NonNullable<
    PushedResource["hours"]
  >;
}

/** An offer as the directory lists it: asked for by its own request, reached by whoever makes it. */
export function listedOffer(
  offer: Offer,
  organisations: ReadonlyMap<string, Organisation>,
  today: PlainDate,
): PushedResource {
  const first = offer.parts
    .map(({ organisationId }) => organisations.get(organisationId))
    .find((one) => one?.published);
  const need =
    NEEDS.find((one) => NEED_TOPICS[one].some((topic) => offer.topics.includes(topic))) ?? "unsure";
  const ask = new URLSearchParams({ wanted: `offer:${offer.id}`, need });
  return {
    ...{ area: offer.areaId, key: offer.id, name: offer.title, kind: KINDS[offer.kind], ask: `${ask}` },
    provider: offer.parts.map(({ organisationName }) => organisationName).join("・"),
    organisationId: offer.parts[0]?.organisationId ?? null,
    description: offer.note,
    topics: offer.topics.map((topic) => TOPICS[topic] ?? topic),
    ...{ fee: offer.fee, feeNote: offer.feeNote, sizeFrom: offer.sizeFrom, sizeTo: offer.sizeTo },
    served: offer.municipalities,
    phone: first?.phone ?? "",
    website: first?.website ?? "",
    hours: hoursOfOffer(offer)!,
    intake: INTAKES[offer.intake],
    // What a programme lists holds as long as it says so: until the end of its year, unless it names a day.
    intakeUntil: offer.intakeUntil ?? lastDayOf(fiscalYearOf(today)),
  };
}
