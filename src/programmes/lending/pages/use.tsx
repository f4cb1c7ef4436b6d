import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { readUse } from "../loans/loan.queries.server.ts";
import { LENDING, USE } from "../loans/loan-page.messages.ts";
import { SIZE_WORDS } from "../model/lending.messages.ts";
import type { Route } from "./+types/use";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readUse(app, actor, { area }));
}

/** How often each model was lent, and how often there were not enough. */
export default function Use({ loaderData: { area, rows } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={USE.title} place={area.name} lead={USE.lead} />
      {rows.length === 0 ? (
        <Empty title={USE.none} />
      ) : (
        <Table
          caption={USE.title}
          hideCaption
          rows={rows}
          rowKey={(one) => `${one.model}${one.year}${one.size}`}
          columns={[
            { key: "year", head: USE.year, cell: (one) => `${one.year}年度` },
            { key: "model", head: USE.model, cell: (one) => one.model },
            {
              key: "size",
              head: USE.size,
              cell: (one) => SIZE_WORDS[one.size as keyof typeof SIZE_WORDS] ?? "",
            },
            { key: "lent", head: USE.lent, align: "right", cell: (one) => one.lent },
            { key: "short", head: USE.short, align: "right", cell: (one) => one.short },
          ]}
        />
      )}
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/lending`}>{LENDING.back}</TextLink>
      </p>
    </>
  );
}
