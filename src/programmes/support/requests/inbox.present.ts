import { pick } from "#platform/kernel/pick.ts";
import { daysBetween, type PlainDate, plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { showSlot } from "../model/visit.present.ts";
import type { AskedRow } from "./enquiry.store.server.ts";
import { TABS, type Tab } from "./inbox.rules.ts";

/** A request as a line of the inbox: no way to reach the workplace, which its own page tells. */
export const inboxRowOf = (
  request: SupportRequest,
  town: string,
  today: PlainDate,
  answerBy: PlainDate | null = null,
) => ({
  ...pick(request, "id", "number", "workplace", "size", "industry"),
  town,
  ...pick(request, "topics", "kind", "status", "fixed", "slots"),
  madeAt: request.madeAt.toISOString(),
  madeOn: request.madeOn,
  dueOn: request.dueOn,
  /** Until when those who were asked are to answer. */
  answerBy: request.status === "asking" ? answerBy : null,
  age: daysBetween(request.madeOn, today),
  daysLeft: request.dueOn && daysBetween(today, request.dueOn),
});
export type InboxRow = ReturnType<typeof inboxRowOf>;

const id = { column: "id", type: "uuid", of: (row: InboxRow) => row.id } as const;

/** The inbox as a list, the newest first. Words that are searched for are looked for in all its parts. */
export const INBOX_LIST = {
  columns: [
    { key: "number", head: "受付番号", cell: (row) => row.number },
    { key: "made", head: "受付日", cell: (row) => row.madeOn },
    { key: "who", head: "事業所", sort: "workplace", cell: (row) => row.workplace },
    { key: "size", head: "人数", unit: "人", cell: (row) => row.size },
    { key: "industry", head: "業種", cell: (row) => INDUSTRY_NAMES[row.industry].ja },
    { key: "town", head: "市町村", cell: (row) => row.town },
    {
      key: "what",
      head: "内容",
      cell: (row) =>
        row.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・") ||
        (row.kind ? KIND_NAMES[row.kind].ja : "相談したい"),
    },
    { key: "state", head: "状況", sort: "state", cell: (row) => STATUS_NAMES[row.status].ja },
    {
      key: "when",
      head: "日程・希望",
      cell: (row) =>
        row.fixed
          ? showSlot(row.fixed)
          : row.slots[0]
            ? `${showDateJa(row.slots[0].day)}${row.slots.length > 1 ? " ほか" : ""}`
            : "おまかせ",
    },
    { key: "due", head: "期限", cell: (row) => row.dueOn },
    { key: "answerBy", head: "回答期限", cell: (row) => row.answerBy },
    { key: "age", head: "経過日数", unit: "日", cell: (row) => row.age },
  ],
  filter: { part: TABS, q: "text" },
  fields: [{ name: "q", type: "text", label: "受付番号か事業所の名前で探す" }],
  orders: {
    made: [{ column: "made_at", type: "instant", of: (row) => row.madeAt }, id],
    workplace: [{ column: "workplace", type: "text", of: (row) => row.workplace }, id],
    state: [{ column: "status", type: "text", of: (row) => row.status }, id],
  },
  first: "-made",
  rowsAPage: 30,
} satisfies ListSpec<InboxRow>;
export type InboxQuery = QueryOf<typeof INBOX_LIST>;

export const tabOf = ({ filter }: Pick<InboxQuery, "filter">): Tab =>
  filter.q ? "all" : (filter.part ?? "new");

/** The first part that holds anything, where none was asked for. */
export const firstPart = (counts: Readonly<Record<Exclude<Tab, "all">, number>>): Tab =>
  OPENS_ON.find((tab) => counts[tab] > 0) ?? "new";
const OPENS_ON = ["new", "deciding", "asking", "today", "overdue", "followup", "waiting", "fixed"] as const;

const NOT_HELD = { heldOn: null, rating: null, useful: null };

/** What a supporter was asked, as its own list tells it; of what it may still answer also the times. */
export const askedLineOf = (row: AskedRow, town: string) => ({
  ...pick(row, "id", "requestId", "number", "kind", "state", "status"),
  town,
  fixed: row.state === "chosen" ? row.fixed : null,
  ...(row.state === "chosen" ? pick(row, "heldOn", "rating", "useful") : NOT_HELD),
  deadline: row.deadline && plainDateIn(row.deadline, "Asia/Tokyo"),
  slots: ["open", "answered"].includes(row.state) ? row.slots : [],
  answers: row.answers,
  proposal: row.proposal,
  comment: row.comment,
});
export type AskedLine = ReturnType<typeof askedLineOf>;

/** In which part of its list a supporter finds it. */
export function askedPartOf(
  line: Pick<AskedLine, "state" | "fixed" | "heldOn">,
  today: PlainDate,
): AskedPart {
  if (line.state === "chosen" && line.heldOn) return "past";
  if (line.state === "chosen" && line.fixed) return line.fixed.day > today ? "coming" : "report";
  if (line.state === "open" || line.state === "no_answer") return "open";
  return line.state === "answered" ? "answered" : "over";
}
export const ASKED_PARTS = ["open", "report", "coming", "answered", "past", "over"] as const;
export type AskedPart = (typeof ASKED_PARTS)[number];
