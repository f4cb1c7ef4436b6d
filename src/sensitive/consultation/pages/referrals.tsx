import { signedInRequest } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { listReferrals } from "../referrals/referral.queries.server.ts";
import type { Route } from "./+types/referrals";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { received, sent } = shown(await listReferrals(app, actor, { organisation: params.organisation }));
  const row = (one: (typeof received)[number], office: string) => ({
    id: one.id,
    to: `/offices/${params.organisation}/referrals/${one.id}`,
    office,
    reason: one.reason,
    urgency: one.urgency,
    state: one.stateWord,
    receiveBy: one.state === "sent" && one.receiveBy ? showDateJa(one.receiveBy) : "",
    outcome: one.outcome || one.declined,
  });
  return {
    received: received.map((one) => row(one, one.sender)),
    sent: sent.map((one) => row(one, one.receiver)),
  };
}

export const meta = () => [{ name: "robots", content: "noindex" }];

type Row = Readonly<
  Record<"id" | "to" | "office" | "reason" | "urgency" | "state" | "receiveBy" | "outcome", string>
>;

const List = ({ title, head, rows }: { title: string; head: string; rows: readonly Row[] }) => (
  <Section title={`${title} ${rows.length}`}>
    {rows.length === 0 ? (
      <p>ありません。</p>
    ) : (
      <Table
        caption={title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "office",
            head,
            cell: (row: Row) => <TextLink to={row.to}>{row.office}</TextLink>,
          },
          { key: "reason", head: "理由", cell: (row: Row) => row.reason },
          { key: "urgency", head: "緊急度", cell: (row: Row) => row.urgency },
          { key: "state", head: "状況", cell: (row: Row) => row.state },
          { key: "receiveBy", head: "受領の期限", cell: (row: Row) => row.receiveBy },
          { key: "outcome", head: "結果", cell: (row: Row) => row.outcome },
        ]}
      />
    )}
  </Section>
);

export default function Referrals({ loaderData: { received, sent }, params }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="紹介"
        actions={<ButtonLink to={`/offices/${params.organisation}/cases`}>相談の一覧</ButtonLink>}
      />
      <List title="受けた紹介" head="紹介元" rows={received} />
      <List title="送った紹介" head="紹介先" rows={sent} />
    </>
  );
}
