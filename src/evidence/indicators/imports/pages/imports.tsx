import { requestOf } from "#foundation/identity/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { PAGE, STATE_LABEL } from "../messages.ts";
import { listImports } from "../reading/usecases.server.ts";
import type { Route } from "./+types/imports";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const before = idOf(url.searchParams.get("after"));
  const { imports, next } = shown(await listImports(app, actor, { before }));
  return {
    next,
    rows: imports.map(({ id, fileName, state, createdAt, counts, who }) => ({
      id,
      fileName,
      state,
      counts,
      when: showInstantJa(createdAt),
      who,
    })),
  };
}

export default function Imports({ loaderData: { rows, next } }: Route.ComponentProps) {
  const begin = (
    <ButtonLink to="/imports/new" kind="primary">
      {PAGE.begin}
    </ButtonLink>
  );
  if (rows.length === 0)
    return (
      <>
        <PageHead title={PAGE.title} lead={PAGE.lead} />
        <Empty title={PAGE.none}>
          <p className="mb-4">{PAGE.noneNext}</p>
          {begin}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} actions={begin} />
      <Table
        caption={PAGE.title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "file",
            head: PAGE.file,
            cell: (row) => <TextLink to={`/imports/${row.id}`}>{row.fileName}</TextLink>,
          },
          { key: "state", head: PAGE.state, cell: (row) => STATE_LABEL[row.state] },
          {
            key: "added",
            head: PAGE.added,
            align: "right",
            cell: (row) => row.counts.added.toLocaleString("ja"),
          },
          {
            key: "changed",
            head: PAGE.changed,
            align: "right",
            cell: (row) => row.counts.changed.toLocaleString("ja"),
          },
          {
            key: "rejected",
            head: PAGE.rejected,
            align: "right",
            cell: (row) => row.counts.rejected.toLocaleString("ja"),
          },
          { key: "who", head: PAGE.who, cell: (row) => row.who },
          { key: "when", head: PAGE.when, cell: (row) => row.when },
        ]}
      />
      <NextPage after={next} label={PAGE.more} />
    </>
  );
}
