import { redirect } from "react-router";
import { actionWordsContext, kindsContext } from "#foundation/audit/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { readList } from "#platform/lists/list.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { proveLog } from "../chain/verification.commands.server.ts";
import { LOG } from "../reading/messages.ts";
import { actorWords, deedWords, detailsOf, groundsWords, LOG_LIST } from "../reading/present.ts";
import { readLog } from "../reading/usecases.server.ts";
import type { Route } from "./+types/audit";
import { Details } from "./entry-details.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/audit");
  const { page, areas } = shown(await readLog(app, actor, { list: readList(LOG_LIST, url.searchParams) }));
  const words = context.get(actionWordsContext);
  const kinds = context.get(kindsContext);
  return {
    ...page,
    rows: page.rows.map((entry) => ({
      id: entry.id,
      at: showInstantJa(entry.at),
      actor: actorWords(entry),
      grounds: groundsWords(entry.grounds),
      deed: deedWords(entry, words),
      refused: entry.outcome === "refused",
      area: entry.areaName,
      shown: entry.things.length > 0 ? entry.things.length : null,
      details: detailsOf(entry, kinds),
    })),
    fields: LOG_LIST.fields.filter(({ name }) => name !== "area" || areas.length > 1),
    areas: areas.map((area) => ({ value: area.id as string, label: area.name })),
    actions: Object.entries(words).map(([value, { done }]) => ({
      value,
      label: done.replaceAll("{person}", "人"),
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  return answerForm<{ proof: Proof }>(request, [onTarget(app, actor, {})(proveLog, (proof) => ({ proof }))]);
}

type Proof = Readonly<{ sound: boolean; sentence: string }>;
type Row = Route.ComponentProps["loaderData"]["rows"][number];

const COLUMNS = [
  { key: "at", head: LOG.columns.at, sort: "at", cell: (row: Row) => row.at },
  { key: "actor", head: LOG.columns.actor, cell: (row: Row) => row.actor },
  { key: "grounds", head: LOG.columns.grounds, cell: (row: Row) => row.grounds },
  { key: "deed", head: LOG.columns.deed, cell: (row: Row) => row.deed },
  { key: "shown", head: LOG.columns.shown, align: "right", cell: (row: Row) => row.shown },
  { key: "area", head: LOG.columns.area, cell: (row: Row) => row.area },
] as const;

export default function Audit({ loaderData, actionData }: Route.ComponentProps) {
  const { fields, areas, actions } = loaderData;
  const proof = actionData && "proof" in actionData ? actionData.proof : undefined;
  return (
    <>
      <PageHead title={LOG.title} lead={LOG.lead} />
      {proof ? (
        <Notice kind={proof.sound ? "success" : "error"} title={proof.sentence} />
      ) : (
        <CommandForm command="audit.verify" answer={actionData} submit={LOG.prove} kind="secondary">
          <p>{LOG.proveLead}</p>
        </CommandForm>
      )}
      <ListFilter fields={fields} options={{ area: areas, action: actions }} folded />
      <ListTable
        {...loaderData}
        caption={LOG.title}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        show={{
          at: (row) => <span className="whitespace-nowrap">{row.at}</span>,
          grounds: (row) => <span className="whitespace-nowrap">{row.grounds}</span>,
          deed: (row) => (
            <>
              {row.deed}
              {row.refused ? (
                <strong className="ml-2 whitespace-nowrap text-error-2">＊{LOG.outcomes.refused}</strong>
              ) : null}
              <Details details={row.details} />
            </>
          ),
        }}
        files="/audit"
        empty={<Empty title={LOG.none}>{LOG.noneLead}</Empty>}
        none={<Empty title={LOG.none}>{LOG.noneLead}</Empty>}
      />
    </>
  );
}
