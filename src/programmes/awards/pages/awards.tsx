import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ENTRY, ROUND } from "../model/award.messages.ts";
import { onward } from "../model/onward.rules.ts";
import { listRounds } from "../rounds/award-round.queries.server.ts";
import type { Route } from "./+types/awards";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = onward(searchParams);
  return { ...shown(await listRounds(app, actor, { area })), id: newId() as string, query };
}

/** The rounds of an area: what one can enter now, and what was decided. */
export default function Awards({ loaderData: { area, manages, rows, id, query } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}`;
  return (
    <>
      <PageHead
        title={ROUND.title}
        place={area.name}
        lead={ROUND.lead}
        actions={
          <>
            <ButtonLink to={`${base}/honours`}>{ROUND.honours}</ButtonLink>
            {manages ? (
              <>
                <ButtonLink to={`${base}/award-effects`}>{ROUND.effects}</ButtonLink>
                <ButtonLink to={`${base}/awards/${id}/edit`} kind="primary">
                  {ROUND.add}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <Empty title={ROUND.none} />
      ) : (
        <Table
          caption={ROUND.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "title",
              head: ROUND.title,
              cell: (row) => <TextLink to={`${base}/awards/${row.id}${query}`}>{row.title}</TextLink>,
            },
            { key: "state", head: ENTRY.state, cell: (row) => row.state },
            { key: "closes", head: ROUND.closes, cell: (row) => row.closesOn },
          ]}
        />
      )}
    </>
  );
}
