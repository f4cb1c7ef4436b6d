import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { MATERIAL_LIST } from "../catalogue/material.present.ts";
import { listMaterials } from "../catalogue/material.usecases.server.ts";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import { spokenIn } from "../model/material.messages.ts";
import type { Route } from "./+types/materials";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(MATERIAL_LIST, url.searchParams);
  return { ...shown(await listMaterials(app, actor, { area, list })), language: spokenIn(url.searchParams) };
}

/** What there is; stock and state are for the staff. */
const FOR_ALL = MATERIAL_LIST.columns.filter(({ key }) => key !== "available" && key !== "state");

export default function Materials({ loaderData }: Route.ComponentProps) {
  const { page, area, staff, writes, language } = loaderData;
  const text = CATALOGUE[language];
  const base = `/areas/${area.slug}/materials`;
  const lang = language === "en" ? "?lang=en" : "";
  return (
    <>
      <PageHead
        title={`${text.title}　${area.name}`}
        lead={text.lead}
        actions={
          <>
            <ButtonLink
              to={`/areas/${area.slug}/material-orders/new${lang}`}
              kind={writes ? "secondary" : "primary"}
            >
              {text.order}
            </ButtonLink>
            {writes ? (
              <>
                <ButtonLink to={`/areas/${area.slug}/material-orders`}>{text.orders}</ButtonLink>
                <ButtonLink to={`${base}/new/edit`} kind="primary">
                  {text.add}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <Done />
      <ListFilter fields={MATERIAL_LIST.fields} find={text.find} folded language={language} />
      <ListTable
        {...page}
        caption={text.title}
        columns={staff ? MATERIAL_LIST.columns : FOR_ALL}
        rowKey={(row) => row.id}
        open={(row) => `${base}/${row.id}${lang}`}
        fields={MATERIAL_LIST.fields}
        files={base}
        empty={<Empty title={text.empty} />}
        language={language}
      />
      {writes ? (
        <p className="my-6">
          <TextLink to={`${base}/deleted`}>{text.deleted}</TextLink>
        </p>
      ) : null}
    </>
  );
}
