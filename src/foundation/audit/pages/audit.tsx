import { redirect } from "react-router";
import { actionWordsContext } from "#foundation/audit/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { LOG } from "../reading/messages.ts";
import { actorWords, deedWords, groundsWords } from "../reading/present.ts";
import { readFilter } from "../reading/schema.ts";
import { readLog } from "../reading/usecases.server.ts";
import type { Route } from "./+types/audit";
import { AuditFilterForm } from "./audit-filter.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/audit");
  const filter = readFilter(url.searchParams);
  const view = shown(await readLog(app, actor, filter));
  const words = context.get(actionWordsContext);
  const query = new URLSearchParams(url.searchParams);
  query.delete("after");
  return {
    filter,
    query: query.toString(),
    after: view.after,
    areas: view.areas.map((area) => ({ value: area.id as string, label: area.name })),
    actions: Object.entries(words).map(([value, { done }]) => ({
      value,
      label: done.replaceAll("{person}", "人"),
    })),
    rows: view.entries.map((entry) => ({
      id: entry.id,
      at: showInstantJa(entry.at),
      actor: actorWords(entry),
      grounds: groundsWords(entry.grounds),
      deed: deedWords(entry, words),
      refused: entry.outcome === "refused",
      area: entry.areaName,
    })),
  };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { rows, query, after } = loaderData;
  return (
    <>
      <PageHead
        title={LOG.title}
        lead={LOG.lead}
        actions={
          <ButtonLink to={`/audit.csv?${query}`} reload>
            {LOG.csv}
          </ButtonLink>
        }
      />
      <AuditFilterForm filter={loaderData.filter} areas={loaderData.areas} actions={loaderData.actions} />
      {rows.length === 0 ? (
        <Empty title={LOG.none}>{LOG.noneLead}</Empty>
      ) : (
        <Table
          caption={LOG.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "at",
              head: LOG.columns.at,
              cell: (row) => <span className="whitespace-nowrap">{row.at}</span>,
            },
            { key: "actor", head: LOG.columns.actor, cell: (row) => row.actor },
            {
              key: "grounds",
              head: LOG.columns.grounds,
              cell: (row) => <span className="whitespace-nowrap">{row.grounds}</span>,
            },
            {
              key: "deed",
              head: LOG.columns.deed,
              cell: (row) => (
                <>
                  {row.deed}
                  {row.refused ? (
                    <strong className="ml-2 whitespace-nowrap text-error-2">＊{LOG.outcomes.refused}</strong>
                  ) : null}
                </>
              ),
            },
            { key: "area", head: LOG.columns.area, cell: (row) => row.area },
          ]}
        />
      )}
      <NextPage after={after} />
    </>
  );
}
