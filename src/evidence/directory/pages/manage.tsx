import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { listResources } from "../entries/resource.usecases.server.ts";
import { RESOURCE_LIST } from "../entries/resource-list.present.ts";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import type { Route } from "./+types/manage";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listResources(app, actor, { area, list: readList(RESOURCE_LIST, searchParams) }));
}

export default function Manage({ loaderData }: Route.ComponentProps) {
  const { area, mayEdit } = loaderData;
  const base = `/areas/${area.slug}/directory`;
  return (
    <>
      <PageHead
        title={`${DIRECTORY.title}　${area.name}`}
        lead={DIRECTORY.lead}
        actions={
          <>
            {mayEdit ? (
              <>
                <ButtonLink kind="primary" to={`${base}/new`}>
                  {DIRECTORY.add}
                </ButtonLink>
                <ButtonLink to={`${base}/import`}>{DIRECTORY.import}</ButtonLink>
                <ButtonLink to={`${base}/duplicates`}>{DIRECTORY.duplicates}</ButtonLink>
              </>
            ) : null}
            <ButtonLink to={`${base}/print`}>{DIRECTORY.booklet}</ButtonLink>
            <ButtonLink to={base}>{DIRECTORY.public}</ButtonLink>
          </>
        }
      />
      <ListFilter fields={RESOURCE_LIST.fields!} label={DIRECTORY.title} />
      <ListTable
        {...loaderData}
        caption={DIRECTORY.title}
        columns={RESOURCE_LIST.columns}
        fields={RESOURCE_LIST.fields!}
        rowKey={(row) => row.id}
        open={(row) => `${base}/${row.id}/edit`}
        empty={<Empty title={DIRECTORY.empty} />}
      />
    </>
  );
}
