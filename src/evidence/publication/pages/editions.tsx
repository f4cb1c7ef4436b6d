import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { presentEntry } from "../edition.present.ts";
import { listEditions } from "../edition.usecases.server.ts";
import { EDITIONS } from "../messages.ts";
import type { Route } from "./+types/editions";

/** Published statistics are in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { area, editions: shown(await listEditions(app, actor, { area })).map(presentEntry) };
}

type Entry = ReturnType<typeof presentEntry>;

export default function Editions({ loaderData: { area, editions } }: Route.ComponentProps) {
  const { columns } = EDITIONS;
  const to = (one: Entry) => `/areas/${area}/editions/${one.publication}/${one.period}/${one.number}`;
  return (
    <>
      <PageHead
        title={EDITIONS.title}
        lead={EDITIONS.lead}
        actions={<ButtonLink to={`/areas/${area}`}>{EDITIONS.profile}</ButtonLink>}
      />
      {editions.length === 0 ? (
        <Empty title={EDITIONS.none} />
      ) : (
        <Table
          caption={EDITIONS.title}
          hideCaption
          rows={editions}
          rowKey={to}
          columns={[
            {
              key: "title",
              head: columns.title,
              cell: (one) => <TextLink to={to(one)}>{one.title}</TextLink>,
            },
            { key: "period", head: columns.period, cell: (one) => one.period_name },
            { key: "number", head: columns.number, cell: (one) => EDITIONS.number(one.number) },
            { key: "made", head: columns.madeOn, cell: (one) => one.made_on },
            { key: "state", head: columns.state, cell: (one) => EDITIONS[one.state] },
          ]}
        />
      )}
    </>
  );
}
