import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import { readMaterial, removeMaterial } from "../catalogue/material.usecases.server.ts";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import { spokenIn } from "../model/material.messages.ts";
import type { Route } from "./+types/material";

export async function loader({ context, params: { area, material }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(url.searchParams);
  return { ...shown(await readMaterial(app, actor, { area, id: material, language })), language };
}

export async function action({ context, params: { area, material: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const place = shown(await readMaterial(app, actor, { area, id })).area;
  const on = onTarget(app, actor, { area: place.id, id });
  return answerForm(request, [on(removeMaterial, () => `/areas/${area}/materials?removed`)]);
}

/** A material with its editions: what it is for anybody, what is left of it for the staff. */
export default function Material({ loaderData, actionData }: Route.ComponentProps) {
  const { material, editions, area, staff, writes, language } = loaderData;
  const text = CATALOGUE[language];
  const base = `/areas/${area.slug}`;
  const lang = language === "en" ? "?lang=en" : "";
  const number = (key: "stock" | "promised") => ({
    key,
    head: text[key],
    align: "right" as const,
    cell: (one: (typeof editions)[number]) => one.copies?.[key] ?? "",
  });
  return (
    <>
      <PageHead
        title={material.title}
        lead={`${material.kind}　${area.name}`}
        actions={
          writes ? (
            <ButtonLink to={`${base}/materials/${material.id}/edit`}>{text.edit}</ButtonLink>
          ) : (
            <ButtonLink to={`${base}/material-orders/new${lang}`} kind="primary">
              {text.order}
            </ButtonLink>
          )
        }
      />
      <Done />
      <Facts
        items={[
          { name: text.theme, value: material.theme },
          { name: text.audience, value: material.audiences || text.none },
          { name: text.owner, value: material.owner || text.none },
          { name: text.rights, value: material.rights },
          { name: text.note, value: material.note || null },
        ]}
      />
      <Section
        title={text.editions}
        actions={
          writes ? (
            <>
              <ButtonLink to={`${base}/materials/${material.id}/leaflets/new`}>{text.addLeaflet}</ButtonLink>
              <ButtonLink to={`${base}/materials/${material.id}/editions/new`}>{text.addEdition}</ButtonLink>
            </>
          ) : null
        }
      >
        {editions.length === 0 ? (
          <Empty title={text.noEdition} />
        ) : (
          <Table
            caption={text.editions}
            hideCaption
            rows={editions}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "label",
                head: text.edition,
                cell: (one) => (
                  <TextLink to={`${base}/material-editions/${one.id}${lang}`}>{one.label}</TextLink>
                ),
              },
              { key: "language", head: text.language, cell: (one) => one.language },
              { key: "format", head: text.format, cell: (one) => one.format },
              { key: "validUntil", head: text.validUntil, cell: (one) => one.validUntil ?? text.none },
              { key: "state", head: text.state, cell: (one) => one.stateName },
              ...(staff ? [number("stock"), number("promised")] : []),
            ]}
          />
        )}
      </Section>
      <p className="my-8">
        <TextLink to={`${base}/materials${lang}`}>{text.back}</TextLink>
      </p>
      {writes ? (
        <Removal
          open={text.remove}
          named={material.title}
          goes={text.removeGoes}
          command="material.delete"
          answer={actionData}
        />
      ) : null}
    </>
  );
}
