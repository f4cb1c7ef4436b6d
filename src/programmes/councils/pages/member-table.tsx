import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { MemberView } from "../bodies/body.present.ts";
import { MEMBER_ROLE } from "../messages.ts";

type Row = Omit<MemberView, "email" | "organisationId" | "userId"> & Readonly<{ sectorName: string }>;
const day = (value: Row["termFrom"]) => (value ? showDateJa(value) : "");

/** Who sits in a body. */
export function MemberTable({ members, mayEdit }: { members: readonly Row[]; mayEdit: boolean }) {
  return (
    <Section title={`委員 ${members.length}`}>
      <Table
        caption="委員"
        hideCaption
        rows={members}
        rowKey={(row) => row.id}
        columns={[
          { key: "organisation", head: "機関", cell: (row) => row.organisation },
          { key: "sector", head: "分野", cell: (row) => row.sectorName },
          { key: "role", head: "役割", cell: (row) => MEMBER_ROLE[row.role] },
          { key: "representative", head: "代表", cell: (row) => row.representative },
          {
            key: "term",
            head: "任期",
            cell: (row) => (row.termFrom || row.termTo ? `${day(row.termFrom)}〜${day(row.termTo)}` : ""),
          },
          ...(mayEdit
            ? [
                {
                  key: "mail",
                  head: "メール",
                  cell: (row: Row) => (row.reachable ? "あり" : "なし"),
                },
                {
                  key: "edit",
                  head: "操作",
                  cell: (row: Row) => <ButtonLink to={`?member=${row.id}#member`}>編集する</ButtonLink>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
