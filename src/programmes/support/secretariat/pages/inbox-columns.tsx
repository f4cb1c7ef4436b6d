import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import type { Column } from "#ui/table.tsx";
import { INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { STATUS_NAMES } from "../../model/request.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import type { InboxRow } from "../../requests/inbox.present.ts";

/** What the inbox tells of a request; who oversees from above sees the list and opens none. */
export const columnsOf = (base: string, opens: boolean): Column<InboxRow>[] => [
  {
    key: "who",
    head: "事業所",
    cell: (row) => (
      <>
        {opens ? <TextLink to={`${base}/requests/${row.id}`}>{row.workplace}</TextLink> : row.workplace}
        <span className="block text-dns-14N-130">{`${row.size}人　${INDUSTRY_NAMES[row.industry].ja}　${row.town}`}</span>
      </>
    ),
  },
  {
    key: "what",
    head: "内容",
    cell: (row) =>
      row.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・") ||
      (row.kind ? KIND_NAMES[row.kind].ja : "相談したい"),
  },
  { key: "state", head: "状況", cell: (row) => STATUS_NAMES[row.status].ja },
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
  {
    key: "due",
    head: "期限",
    cell: (row) =>
      row.daysLeft === null ? "" : row.daysLeft < 0 ? `● ${-row.daysLeft}日過ぎた` : `あと${row.daysLeft}日`,
  },
  { key: "age", head: "受付から", align: "right", cell: (row) => `${row.age}日` },
];
