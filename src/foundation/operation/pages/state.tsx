import { signedInRequest } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { shown } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { OPERATION, STATE_WORDS, wordsOf } from "../messages.ts";
import { readOperation } from "../state.queries.server.ts";
import type { Route } from "./+types/state";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor } = signedInRequest(args);
  const { measures, judgements } = shown(await readOperation(app, actor, {}));
  return {
    at: showInstantJa(measures.at),
    rows: judgements.map(({ part, state }) => ({ part, state, ...wordsOf(part, measures) })),
  };
}

export default function State({ loaderData: { rows, at } }: Route.ComponentProps) {
  const bad = rows.filter(({ state }) => state === "bad").length;
  const note = rows.filter(({ state }) => state === "note").length;
  return (
    <>
      <PageHead title={OPERATION.title} lead={OPERATION.lead} />
      {bad > 0 ? <Notice kind="warning" title={OPERATION.ill(bad)} /> : null}
      {bad === 0 && note > 0 ? <Notice kind="info" title={OPERATION.note(note)} /> : null}
      {bad + note === 0 ? <Notice title={OPERATION.well} /> : null}
      <Table
        caption={OPERATION.title}
        hideCaption
        rows={rows}
        rowKey={({ part }) => part}
        columns={[
          { key: "name", head: OPERATION.columns.name, cell: ({ name }) => name },
          {
            key: "state",
            head: OPERATION.columns.state,
            narrow: true,
            cell: ({ state }) => STATE_WORDS[state],
          },
          { key: "found", head: OPERATION.columns.found, cell: ({ found }) => found },
          {
            key: "mend",
            head: OPERATION.columns.mend,
            cell: ({ state, mend }) => (state === "good" ? "" : mend),
          },
        ]}
      />
      <p className="mt-4 text-dns-14N-130">{`${OPERATION.measured} ${at}`}</p>
    </>
  );
}
