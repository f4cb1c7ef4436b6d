import type { ReactNode } from "react";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { ListTable } from "#ui/list.tsx";
import { INDUSTRY_NAMES } from "../../model/offer.messages.ts";
import { INBOX_LIST, type InboxRow } from "../../requests/inbox.present.ts";

const ON_THE_PAGE = ["who", "what", "state", "when", "due", "age"];

/** Requests as the inbox shows them; who oversees from above sees the list and opens none. */
export function InboxTable({
  base,
  opens,
  ...list
}: {
  base: string;
  opens: boolean;
  caption: string;
  rows: readonly InboxRow[];
  sort: string;
  after: string | undefined;
  files?: string;
  empty: ReactNode;
}) {
  return (
    <ListTable
      {...list}
      columns={INBOX_LIST.columns
        .filter(({ key }) => ON_THE_PAGE.includes(key))
        .map((column) => (column.key === "age" ? { ...column, unit: "", align: "right" } : column))}
      rowKey={(row) => row.id}
      show={{
        who: (row) => (
          <>
            {opens ? <TextLink to={`${base}/requests/${row.id}`}>{row.workplace}</TextLink> : row.workplace}
            <span className="block text-dns-14N-130">{`${row.size}人　${INDUSTRY_NAMES[row.industry].ja}　${row.town}`}</span>
          </>
        ),
        due: ({ daysLeft, answerBy }) => (
          <>
            {daysLeft === null ? "" : daysLeft < 0 ? `● ${-daysLeft}日超過` : `あと${daysLeft}日`}
            {answerBy ? (
              <span className="block text-dns-14N-130">{`回答期限 ${showDateJa(answerBy)}`}</span>
            ) : null}
          </>
        ),
        age: (row) => `${row.age}日`,
      }}
      fields={INBOX_LIST.fields}
    />
  );
}
