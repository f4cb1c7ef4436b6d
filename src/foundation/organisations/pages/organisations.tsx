import { requestOf } from "#foundation/identity/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { writableAreas } from "../access.ts";
import { listColumns, listFields } from "../list/present.ts";
import { askedOf } from "../list/usecases.server.ts";
import { type Language, STATUS_NAMES, TEXT } from "../messages.ts";
import type { OrganisationRow } from "../present.ts";
import { browseOrganisations } from "../usecases.server.ts";
import type { Route } from "./+types/organisations";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { target, area, byLink, unknownArea } = await askedOf(app, actor, url.searchParams);
  const page = unknownArea
    ? { rows: [], after: undefined, sort: target.list.sort }
    : expectOk(await browseOrganisations(app, actor, target));
  const language: Language = url.searchParams.get("lang") === "en" ? "en" : "ja";
  return {
    ...page,
    typed: byLink ? { area: area!.name } : {},
    area,
    unknownArea,
    language,
    visitor: actor.kind === "visitor",
    mayWrite: writableAreas(actor).length > 0,
  };
}

export default function Organisations({ loaderData }: Route.ComponentProps) {
  const { rows, typed, area, unknownArea, language, visitor, mayWrite } = loaderData;
  const say = (key: keyof typeof TEXT) => TEXT[key][language];
  const fields = listFields(language);
  // A column with nothing in it only takes the room of the others.
  const phones = rows.some((row) => row.phone !== "");
  return (
    <>
      <PageHead
        title={area ? `${say("title")}　${area.name}` : say("title")}
        lead={visitor ? say("publicLead") : say("lead")}
        actions={
          mayWrite ? (
            <>
              <ButtonLink to="/organisations/import">{say("import")}</ButtonLink>
              <ButtonLink to="/organisations/new" kind="primary">
                {say("add")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <ListFilter fields={fields} values={typed} label={say("filter")} language={language} />
      {unknownArea ? (
        <Notice kind="error" title={say("unknownArea")} />
      ) : (
        <ListTable
          {...loaderData}
          caption={say("title")}
          columns={listColumns(language).filter(({ key }) => key !== "phone" || phones)}
          rowKey={(row) => row.id}
          show={{ name: (row) => <Named row={row} language={language} /> }}
          fields={fields}
          files="/organisations"
          empty={<Empty title={say("empty")}>{mayWrite ? TEXT.emptyNext.ja : null}</Empty>}
          none={<Empty title={say("none")}>{say("noneNext")}</Empty>}
        />
      )}
    </>
  );
}

function Named({ row, language }: { row: OrganisationRow; language: Language }) {
  return (
    <span className="block min-w-44">
      <TextLink to={`/organisations/${row.id}${language === "en" ? "?lang=en" : ""}`}>{row.name}</TextLink>
      {row.status === "active" ? null : (
        <span className="ml-2 text-dns-14N-130">（{STATUS_NAMES[row.status][language]}）</span>
      )}
    </span>
  );
}
