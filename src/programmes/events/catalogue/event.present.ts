import { formTexts } from "#platform/kernel/form-values.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import {
  GROUP_RULE_NAMES,
  HOST_ROLE_NAMES,
  KIND_NAMES,
  optionsOf,
  PRIORITY_NAMES,
  SESSION_STATE_NAMES,
  STATE_NAMES,
  THEME_NAMES,
  UNIT_NAMES,
} from "../model/event.messages.ts";
import { COUNTS, isDiscreet, standing } from "../model/event.rules.ts";
import type { Event, EventInput, Session } from "../model/event.schema.ts";
import { KINDS, type Spoken, THEMES } from "../model/event-kinds.schema.ts";

/** An event as its list shows it, with the day of its next or last session. */
export type EventRow = Event & Readonly<{ firstDay: PlainDate; days: number; taken: number | null }>;

export const EVENT_LIST = {
  columns: [
    { key: "title", head: "名称", cell: (row) => row.title },
    { key: "firstDay", head: "日程", sort: "firstDay", cell: (row) => daysText(row) },
    { key: "kind", head: "種類", cell: (row) => KIND_NAMES[row.kind].ja },
    { key: "theme", head: "テーマ", cell: (row) => THEME_NAMES[row.theme].ja },
    { key: "place", head: "会場", cell: (row) => (row.online ? `${row.place}（オンライン可）` : row.place) },
    { key: "host", head: "主催", cell: (row) => row.hosts[0]?.name ?? "" },
    { key: "state", head: "状況", cell: (row) => STATE_NAMES[row.state].ja },
    { key: "taken", head: "申込み", unit: "人", align: "right", cell: (row) => row.taken ?? "" },
    { key: "capacity", head: "定員", unit: "人", align: "right", cell: (row) => row.capacity ?? "" },
  ],
  filter: { q: "text", kind: KINDS, theme: THEMES, when: ["coming", "past"] },
  fields: [
    { name: "q", label: "名称", type: "text" },
    { name: "kind", label: "種類", type: "select", options: optionsOf(KIND_NAMES) },
    { name: "theme", label: "テーマ", type: "select", options: optionsOf(THEME_NAMES) },
    {
      name: "when",
      label: "時期",
      type: "select",
      options: [
        { value: "coming", label: "これから" },
        { value: "past", label: "終了" },
      ],
    },
  ],
  orders: { firstDay: orderBy<EventRow>({ firstDay: "day", id: "uuid" }) },
  first: "-firstDay",
  rowsAPage: 50,
} as const satisfies ListSpec<EventRow>;
export type EventQuery = QueryOf<typeof EVENT_LIST>;

const daysText = ({ firstDay, days }: EventRow): string =>
  days > 1 ? `${showDateJa(firstDay)} ほか${days - 1}日` : showDateJa(firstDay);

/** An event as its form shows it. */
export const eventValues = (
  event?: Event | Omit<EventInput, "sessions">,
  sessions: readonly Pick<Session, "day" | "starts" | "ends" | "place">[] = [],
) => ({
  ...formTexts(
    event,
    ...(["kind", "title", "summary", "theme", "audience", "series", "place", "address", "online"] as const),
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
  title: event.title,
  kind: KIND_NAMES[event.kind][language],
  theme: THEME_NAMES[event.theme][language],
  summary: event.summary,
  audience: event.audience,
  hosts: event.hosts.map(({ name, role }) => `${name}（${HOST_ROLE_NAMES[role][language]}）`),
  place: event.place,
  address: event.address,
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
export const outwardTitle = (event: Pick<Event, "kind" | "title">, language: Spoken): string =>
  isDiscreet(event) ? (language === "ja" ? "お申し込みの会" : "your appointment") : event.title;

export const whenText = (sessions: readonly Session[], language: Spoken): string => {
  const all = standing(sessions);
  const [first] = all;
  if (!first) return "";
  const more =
    all.length > 1 ? (language === "ja" ? `（全${all.length}回）` : ` (${all.length} sessions)`) : "";
  return `${dayText(first, language)}${more}`;
};
