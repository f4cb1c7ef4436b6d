import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { signedInPlace } from "../../parts/place.tsx";
import { OWN } from "../../requests/own-request.messages.ts";
import { listOwnRequests } from "../../requests/own-request.usecases.server.ts";
import type { Route } from "./+types/own";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const rows = shown(await listOwnRequests(app, actor, { area: area.id }));
  return { rows, area: { slug: area.slug, name: area.name } };
}

/** Everything that a workplace asked for, how it stands, and the way to ask again. */
export default function Own({ loaderData: { rows, area } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}`;
  return (
    <>
      <PageHead
        title={`${OWN.title}　${area.name}`}
        lead={OWN.lead}
        actions={
          <ButtonLink to={`${base}/ask`} kind="primary">
            {OWN.ask}
          </ButtonLink>
        }
      />
      {rows.length === 0 ? (
        <Empty title={OWN.empty}>{OWN.emptyNext}</Empty>
      ) : (
        <Table
          caption={OWN.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "what",
              head: OWN.what,
              cell: (row) => (
                <>
                  <TextLink to={`${base}/own/${row.id}`}>{row.what}</TextLink>
                  <span className="block text-dns-14N-130 whitespace-nowrap">{row.number}</span>
                </>
              ),
            },
            {
              key: "state",
              head: OWN.state,
              cell: (row) => (
                <>
                  {row.state}
                  {row.next ? (
                    <span className="block text-dns-14N-130">{`${OWN.next}: ${row.next}`}</span>
                  ) : null}
                </>
              ),
            },
            { key: "when", head: OWN.when, cell: (row) => row.when },
            { key: "made", head: OWN.made, cell: (row) => showDateJa(row.madeOn) },
            {
              key: "again",
              head: OWN.again,
              cell: (row) => <TextLink to={`${base}/ask?again=${row.id}`}>{OWN.againLink}</TextLink>,
            },
          ]}
        />
      )}
    </>
  );
}
