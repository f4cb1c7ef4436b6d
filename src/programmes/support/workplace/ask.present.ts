import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { readNumber } from "#platform/kernel/typed.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import type { Option } from "#ui/field.tsx";
import { dueOn, serviceOn, servicesOn } from "../model/chisanpo.rules.ts";
import { FEE_NAMES, type Language, TOPIC_NAMES } from "../model/offer.messages.ts";
import { TOPICS } from "../model/offer-lists.schema.ts";
import { NEED_SERVICES, NEED_TOPICS, NEEDS, PAGE } from "../model/request-form.messages.ts";
import { type Sent, textOf, wantedService } from "../model/request-form.rules.ts";
import { showDay } from "../model/visit.present.ts";
import type { PublicOffer } from "../offers/offer.present.ts";
import { type OfferLine, offerLines } from "../requests/request-form.present.ts";

/** The services of the occupational health centres are for workplaces with fewer people. */
const SMALL = 50;

/** What the first page of the form says of a workplace and its wish. */
export function wishOf(sent: Sent) {
  const need = NEEDS.find((one) => one === textOf(sent, "need"));
  const typed = readNumber(textOf(sent, "size"), ["人", "名"]);
  return {
    need,
    topics: need && NEED_TOPICS[need].length > 0 ? NEED_TOPICS[need] : undefined,
    size: typeof typed === "number" && typed > 0 ? typed : undefined,
    municipality: textOf(sent, "municipality") || undefined,
  };
}

const WANTED = /^(offer:[0-9a-f-]{36}|service:[a-z_]{1,40})$/;
const LONGEST_WISH = 200;

/** What the address of another page has filled in: one of the offers, or words of what is looked for. */
export function askedBeforehand(query: URLSearchParams): Readonly<Record<string, string>> {
  const [wanted, wish] = [query.get("wanted") ?? "", query.get("wish") ?? ""];
  const topic = TOPICS.find((one) => one === query.get("topics"));
  const size = query.get("size") ?? "";
  return {
    ...(topic ? { topics: topic } : {}),
    ...(/^\d{1,5}$/.test(size) ? { size } : {}),
    ...(WANTED.test(wanted) ? { wanted } : {}),
    ...(wish === "" ? {} : { wish: wish.slice(0, LONGEST_WISH) }),
  };
}

/** What can be tapped: an offer, or a service that no office of the list has. `asks` is the date it is counted from. */
export type Wanted = Option & Pick<OfferLine, "free" | "fee" | "facts" | "note"> & { asks: string };

/** What fits the workplace, in its language; what does not, with why; what the law says of the dates that were typed. */
export function fitsOf(sent: Sent, offers: readonly PublicOffer[], language: Language, today: PlainDate) {
  const { need, topics, size } = wishOf(sent);
  const lines = offerLines(offers, language, today);
  const usable = lines.filter((one) => one.usable);
  const isTalk = ({ kind }: OfferLine) => Number(kind === "lecture");
  const few = need && (size ?? 0) < SMALL ? NEED_SERVICES[need] : [];
  const services = servicesOn(today).filter(
    ({ key }) => few.includes(key) && !lines.some((one) => one.service === key),
  );
  const wanted: Wanted[] = [
    ...(need === "talk" ? usable.toSorted((a, b) => isTalk(b) - isTalk(a)) : usable).map((one) => ({
      ...{ value: `offer:${one.id}`, label: one.title, asks: serviceOn(one.service, today)?.asks ?? "" },
      ...{ free: one.free, fee: one.fee, facts: one.facts, note: one.note },
    })),
    ...services.map((one) => ({
      ...{ value: `service:${one.key}`, label: one[language], asks: one.asks, free: true, facts: "" },
      ...{ fee: FEE_NAMES.free[language], note: language === "ja" ? one.precondition : one.preconditionEn },
    })),
  ];
  const days = offers.flatMap(({ obstacles, first }) => (obstacles.length === 0 && first ? [first] : []));
  const earliest = days.sort()[0] as PlainDate | undefined;
  const wantedId = textOf(sent, "wanted");
  const key = wantedService(wantedId) ?? lines.find((one) => `offer:${one.id}` === wantedId)?.service ?? null;
  return {
    topics: (topics ?? TOPICS).map((value) => ({ value, label: TOPIC_NAMES[value][language] })),
    wanted,
    not: lines.filter((one) => !one.usable),
    large: size !== undefined && size >= SMALL,
    earliest: earliest && showDay(earliest, language),
    deadline: deadlineOf(sent, key, language, today),
  };
}
export type Fits = ReturnType<typeof fitsOf>;

/** Until when the law wants it, also where that day has gone by. */
function deadlineOf(
  sent: Sent,
  service: string | null,
  language: Language,
  today: PlainDate,
): string | undefined {
  const [checkupOn, appliedOn] = ["checkupOn", "appliedOn"].map(
    (name) => typedDayOf(textOf(sent, name)) ?? null,
  );
  const due = dueOn(serviceOn(service, today), { checkupOn: checkupOn!, appliedOn: appliedOn! });
  if (!due) return undefined;
  const text = PAGE[language];
  return (due < today ? text.deadlineOver : text.deadlineNext).replace("{day}", showDay(due, language));
}
