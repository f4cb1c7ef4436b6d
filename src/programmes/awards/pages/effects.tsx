import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { compareHonours } from "../honours/honour.usecases.server.ts";
import { HONOURS } from "../model/award.messages.ts";
import type { Route } from "./+types/effects";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await compareHonours(app, actor, { area }));
}

/** What became of those who were honoured, beside those who were not, with the caveat that they chose themselves. */
export default function Effects({ loaderData: { honoured, others } }: Route.ComponentProps) {
  const rows = [
    { name: HONOURS.honouredGroup, ...honoured },
    { name: HONOURS.othersGroup, ...others },
  ];
  return (
    <>
      <PageHead title={HONOURS.effectsTitle} lead={HONOURS.effectsLead} />
      <Notice kind="warning" title={HONOURS.caveat} />
      <Table
        caption={HONOURS.effectsTitle}
        hideCaption
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: "name", head: HONOURS.group, cell: (row) => row.name },
          { key: "workplaces", head: HONOURS.workplaces, align: "right", cell: (row) => row.workplaces },
          { key: "active", head: HONOURS.active, align: "right", cell: (row) => row.active },
        ]}
      />
    </>
  );
}
