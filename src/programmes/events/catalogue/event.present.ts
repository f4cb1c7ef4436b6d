import { formTexts } from "#platform/kernel/form-values.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListColumn, ListSpec, QueryOf } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import {
  GROUP_RULE_NAMES,
  HOST_ROLE_NAMES,
  KIND_NAMES,
  optionsOf,
  PRIORITY_NAMES,
  SESSION_STATE_NAMES,
  SIGNING_NAMES,
  STATE_NAMES,
  THEME_NAMES,
  UNIT_NAMES,
} from "../model/event.messages.ts";
import { COUNTS, isDiscreet, standing } from "../model/event.rules.ts";
import type { Event, EventInput, Session } from "../model/event.schema.ts";
import { KINDS, type Spoken, THEMES } from "../model/event-kinds.schema.ts";
import type { Signing } from "../model/event-states.schema.ts";
import { EVENT_LIST_WORDS } from "./event-page.messages.ts";

/**
 * An event as its list shows it. `distance` orders it: what comes, the nearest first, then what is over, the latest first.
 */
export type EventRow = Event &
  Readonly<{ firstDay: PlainDate; distance: number; days: number; taken: number | null; signing: Signing }>;

/** From this distance on an event is over. */
export const OVER = 1_000_000;

/** What an event is called in a language: its English name where it has one. */
export const titleIn = ({ title, titleEn }: Pick<Event, "title" | "titleEn">, language: Spoken) =>
  language === "en" && titleEn ? titleEn : title;

/** The language of that name, where it is not that of the page. */
export const titleLanguage = ({ titleEn }: Pick<Event, "titleEn">, language: Spoken): "ja" | undefined =>
  language === "en" && !titleEn ? "ja" : undefined;

/** The list in the language of its page. */
export const eventColumns = (language: Spoken): readonly ListColumn<EventRow>[] => {
  const head = EVENT_LIST_WORDS[language];
  const { people: unit } = head;
  return [
    { key: "title", head: head.title, cell: (row) => titleIn(row, language) },
    { key: "firstDay", head: head.days, sort: "firstDay", cell: (row) => daysText(row, language) },
    { key: "state", head: head.state, cell: (row) => SIGNING_NAMES[row.signing][language] },
    { key: "kind", head: head.kind, cell: (row) => KIND_NAMES[row.kind][language] },
    { key: "theme", head: head.theme, cell: (row) => THEME_NAMES[row.theme][language] },
    { key: "place", head: head.place, cell: (row) => (row.online ? head.online(row.place) : row.place) },
    { key: "host", head: head.host, cell: (row) => row.hosts[0]?.name ?? "" },
    { key: "taken", head: head.taken, unit, align: "right", cell: (row) => row.taken ?? "" },
    { key: "capacity", head: head.capacity, unit, align: "right", cell: (row) => row.capacity ?? "" },
  ];
};

export const eventFields = (language: Spoken) => {
  const label = EVENT_LIST_WORDS[language];
  return [
    { name: "q", label: label.title, type: "text" },
    { name: "kind", label: label.kind, type: "select", options: optionsOf(KIND_NAMES, language) },
    { name: "theme", label: label.theme, type: "select", options: optionsOf(THEME_NAMES, language) },
    {
      name: "when",
      label: label.when,
      type: "select",
      options: [
        { value: "coming", label: label.coming },
        { value: "past", label: label.past },
      ],
    },
  ] as const;
};

export const EVENT_LIST = {
  columns: eventColumns("ja"),
  filter: { q: "text", kind: KINDS, theme: THEMES, when: ["coming", "past"] },
  fields: eventFields("ja"),
  orders: {
    nearest: orderBy<EventRow>({ distance: "integer", id: "uuid" }),
    firstDay: orderBy<EventRow>({ firstDay: "day", id: "uuid" }),
  },
  first: "nearest",
  rowsAPage: 50,
} as const satisfies ListSpec<EventRow>;
export type EventQuery = QueryOf<typeof EVENT_LIST>;

const daysText = ({ firstDay, days }: EventRow, language: Spoken): string => {
  const first = language === "ja" ? showDateJa(firstDay) : firstDay;
  return days > 1 ? EVENT_LIST_WORDS[language].more(first, days - 1) : first;
};

/** An event as its form shows it. */
export const eventValues = (
  event?: Event | Omit<EventInput, "sessions">,
  sessions: readonly Pick<Session, "day" | "starts" | "ends" | "place">[] = [],
) => ({
  ...formTexts(
    event,
    ...([
      "kind",
      "title",
      "titleEn",
      "summary",
      "theme",
      "audience",
      "series",
      "place",
      "address",
      "online",
    ] as const),
    ...(["fee", "phone", "initiativeId", "signUp", "capacity", "mostAtOnce", "closesOn"] as const),
    ...(["groupRule", "priority", "answerHours", "certificate", "certificateLeast", "issuer"] as const),
  ),
  questions: event?.questions.join("\n") ?? "",
  ...Object.fromEntries(
    (event?.hosts ?? []).flatMap(({ name, role }, row) => [
      [`hosts.${row}.name`, name],
      [`hosts.${row}.role`, role],
    ]),
  ),
  ...Object.fromEntries(
    sessions.flatMap(({ day, starts, ends, place }, row) => [
      [`sessions.${row}.day`, day as string],
      [`sessions.${row}.starts`, starts],
      [`sessions.${row}.ends`, ends],
      [`sessions.${row}.place`, place],
    ]),
  ),
});

export const NEW_EVENT = {
  ...{ kind: "training", theme: "mental_health", signUp: "name", mostAtOnce: "5" },
  ...{ groupRule: "whole", priority: "arrival", answerHours: "48", certificate: "none" },
};

const dayText = ({ day, starts, ends }: Session, language: Spoken): string =>
  language === "ja" ? `${showDateJa(day)} ${starts}–${ends}` : `${day} ${starts}–${ends}`;

/** What anybody may know of an event. */
export const eventFacts = (event: Event, sessions: readonly Session[], language: Spoken) => ({
  id: event.id,
  title: titleIn(event, language),
  titleLanguage: titleLanguage(event, language),
  kind: KIND_NAMES[event.kind][language],
  theme: THEME_NAMES[event.theme][language],
  summary: event.summary,
  audience: event.audience,
  hosts: event.hosts.map(({ name, role }) => `${name}（${HOST_ROLE_NAMES[role][language]}）`),
  place: event.place && event.address ? `${event.place}（${event.address}）` : event.place || event.address,
  online: event.online,
  fee: event.fee,
  phone: event.phone,
  state: event.state,
  stateName: STATE_NAMES[event.state][language],
  cancelledWhy: event.cancelledWhy,
  counts: COUNTS[event.kind].map((unit) => UNIT_NAMES[unit][language]),
  signsUp: event.signUp !== "none",
  naming: event.signUp,
  certificate: event.certificate,
  capacity: event.capacity,
  closesOn: event.closesOn,
  lineRules: [
    GROUP_RULE_NAMES[event.groupRule][language],
    PRIORITY_NAMES[event.priority][language],
    language === "ja"
      ? `空席をご案内してから${event.answerHours}時間以内にお返事がないときは、次の方にご案内します。`
      : `A seat that is offered is kept for ${event.answerHours} hours.`,
  ],
  sessions: sessions.map((one) => ({
    ...{ id: one.id, day: one.day, starts: one.starts, ends: one.ends, state: one.state },
    text: dayText(one, language),
    place: one.place || event.place,
    stateName: SESSION_STATE_NAMES[one.state][language],
  })),
});
export type EventFacts = ReturnType<typeof eventFacts>;

/** How an event is called where others may look over somebody's shoulder: in mails and calendars. */
export const outwardTitle = (event: Pick<Event, "kind" | "title" | "titleEn">, language: Spoken): string =>
  isDiscreet(event) ? (language === "ja" ? "お申し込みの会" : "your appointment") : titleIn(event, language);

export const whenText = (sessions: readonly Session[], language: Spoken): string => {
  const all = standing(sessions);
  const [first] = all;
  if (!first) return "";
  const more =
    all.length > 1 ? (language === "ja" ? `（全${all.length}回）` : ` (${all.length} sessions)`) : "";
  return `${dayText(first, language)}${more}`;
};
