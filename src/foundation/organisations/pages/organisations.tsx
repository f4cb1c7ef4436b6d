import { useLocation } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { type Column, NextPage, Table } from "#ui/table.tsx";
import { writableAreas } from "../access.ts";
import { filterOf } from "../list/usecases.server.ts";
import { type Language, STATUS_NAMES, sectorLabel, TEXT } from "../messages.ts";
import type { OrganisationRow } from "../present.ts";
import { SECTORS } from "../schema.ts";
import { browseOrganisations } from "../usecases.server.ts";
import type { Route } from "./+types/organisations";
import { ListFilter } from "./list-filter.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = url.searchParams;
  const { filter, typed, area, unknownArea } = await filterOf(app, actor, query);
  const page = unknownArea
    ? { rows: [], after: undefined }
    : expectOk(await browseOrganisations(app, actor, filter));
  const language: Language = query.get("lang") === "en" ? "en" : "ja";
  return {
    ...page,
    typed,
    area,
    unknownArea,
    ended: filter.ended,
    sectors: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector, language) })),
    language,
    filtered: ["q", "area", "sector", "after"].some((name) => query.get(name)),
    visitor: actor.kind === "visitor",
    mayWrite: writableAreas(actor).length > 0,
  };
}

export default function Organisations({ loaderData }: Route.ComponentProps) {
  const { rows, after, typed, area, unknownArea, ended, language, filtered, visitor, mayWrite } = loaderData;
  const say = (key: keyof typeof TEXT) => TEXT[key][language];
  const { search } = useLocation();
  return (
    <>
      <PageHead
        title={area ? `${say("title")}　${area.name}` : say("title")}
        lead={visitor ? say("publicLead") : say("lead")}
        actions={
          <>
            {mayWrite ? <ButtonLink to="/organisations/import">{say("import")}</ButtonLink> : null}
            {rows.length > 0 ? (
              <ButtonLink to={`/organisations.csv${search}`} reload>
                {say("csv")}
              </ButtonLink>
            ) : null}
            {mayWrite ? (
              <ButtonLink to="/organisations/new" kind="primary">
                {say("add")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ListFilter
        typed={typed}
        ended={ended}
        language={language}
        filtered={filtered}
        sectors={loaderData.sectors}
      />
      {rows.length === 0 && !unknownArea ? (
        filtered ? (
          <Empty title={say("none")}>{say("noneNext")}</Empty>
        ) : (
          <Empty title={say("empty")}>{mayWrite ? TEXT.emptyNext.ja : null}</Empty>
        )
      ) : null}
      {unknownArea ? <Notice kind="error" title={say("unknownArea")} /> : null}
      {rows.length > 0 ? (
        <Table
          caption={say("title")}
          hideCaption
          columns={columnsOf(language, rows)}
          rows={rows}
          rowKey={(row) => row.id}
          sort={typed.sort}
        />
      ) : null}
      <NextPage after={after} label={say("next")} />
    </>
  );
}

function columnsOf(language: Language, rows: readonly OrganisationRow[]): Column<OrganisationRow>[] {
  const query = language === "en" ? "?lang=en" : "";
  const columns: Column<OrganisationRow>[] = [
    {
      key: "name",
      head: TEXT.name[language],
      sortable: true,
      cell: (row) => (
        <span className="block min-w-44">
          <TextLink to={`/organisations/${row.id}${query}`}>{row.name}</TextLink>
          {row.status === "active" ? null : (
            <span className="ml-2 text-dns-14N-130">（{STATUS_NAMES[row.status][language]}）</span>
          )}
        </span>
      ),
    },
    {
      key: "sector",
      head: TEXT.sector[language],
      sortable: true,
      cell: (row) => <span className="block min-w-32">{sectorLabel(row.sector, language)}</span>,
    },
    { key: "area", head: TEXT.home[language], sortable: true, cell: (row) => row.homeName },
    { key: "served", head: TEXT.served[language], cell: (row) => row.servedNames.join("、") },
    { key: "phone", head: TEXT.phone[language], cell: (row) => row.phone },
  ];
  // A column with nothing in it only takes the room of the others.
  return columns.filter((column) => column.key !== "phone" || rows.some((row) => row.phone !== ""));
}
