import qrcode from "qrcode";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { readEdition, replaceEdition } from "../catalogue/edition.usecases.server.ts";
import { removeEdition } from "../catalogue/material.usecases.server.ts";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import { choiceName } from "../facts/fact.messages.ts";
import { addFacts, listPrintable, removeFact, renewFacts } from "../facts/fact.usecases.server.ts";
import { isOver } from "../model/edition.rules.ts";
import { spokenIn } from "../model/material.messages.ts";
import { shortAddress } from "../reach/link.rules.ts";
import { addMaterialLink } from "../reach/link.usecases.server.ts";
import { moveStock } from "../stock/movement.commands.server.ts";
import type { Route } from "./+types/edition";
import { EditionStaff } from "./edition-staff.tsx";
import { LeafletPage } from "./leaflet-view.tsx";

export async function loader({ context, params: { area, edition: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const edition = shown(await readEdition(app, actor, { area, id, language }));
  const links = await Promise.all(
    (edition.kept?.reach.links ?? []).map(async (link) => {
      const address = shortAddress(app.config.origin, edition.area.slug, link.code);
      const svg = await qrcode.toString(address, { type: "svg", margin: 1, errorCorrectionLevel: "M" });
      return { ...link, address, code: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
    }),
  );
  const printable = edition.writes ? shown(await listPrintable(app, actor, { area })) : [];
  return {
    edition,
    links,
    language,
    sources: printable.map((one) => ({ value: `${one.source}:${one.sourceId}`, label: choiceName(one) })),
  };
}

export async function action({ context, params: { area, edition: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { materialId, area: place } = shown(await readEdition(app, actor, { area, id }));
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/material-editions/${id}?saved`;
  const removing = onTarget(app, actor, { area: place.id, id });
  const onFact = onTarget(app, actor, (input) => ({ area, id, fact: String(input.fact) }));
  return answerForm(request, [
    ...[on(moveStock, here), on(addFacts, here), on(renewFacts, here), onFact(removeFact, here)],
    ...[on(addMaterialLink, here), on(replaceEdition, here)],
    removing(removeEdition, () => `/areas/${area}/materials/${materialId}?removed`),
  ]);
}
export type EditionData = Route.ComponentProps["loaderData"];

export default function EditionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, language } = loaderData;
  const text = CATALOGUE[language];
  const base = `/areas/${edition.area.slug}`;
  const here = `${base}/material-editions/${edition.id}`;
  const lang = language === "en" ? "?lang=en" : "";
  const over = isOver(edition.state);
  const next = edition.replacedBy
    ? `material-editions/${edition.replacedBy}`
    : `materials/${edition.materialId}`;
  return (
    <>
      <PageHead
        title={`${edition.title}（${edition.label}）`}
        lead={edition.area.name}
        actions={
          <>
            {edition.hasFile ? (
              <ButtonLink to={`${here}/file`} reload>
                {edition.isLeaflet ? text.pdf : text.file}
              </ButtonLink>
            ) : null}
            {edition.writes ? <ButtonLink to={`${here}/edit`}>{text.edit}</ButtonLink> : null}
          </>
        }
      />
      <Done />
      {over ? (
        <Notice kind="warning" title={text.over} language={language}>
          {edition.changed.length > 0 ? (
            <p>
              {text.changed}: {edition.changed.join("、")}
            </p>
          ) : null}
          <TextLink to={`${base}/${next}${lang}`}>{text.next}</TextLink>
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: text.language, value: edition.language },
          { name: text.format, value: edition.format || null },
          { name: text.validUntil, value: edition.validUntil },
          { name: text.state, value: edition.stateName },
        ]}
      />
      {edition.leaflet && !over ? (
        <LeafletPage leaflet={edition.leaflet} facts={edition.facts} contacts={text.contacts} />
      ) : null}
      <EditionStaff data={loaderData} answer={actionData} />
      <p className="my-8">
        <TextLink to={`${base}/materials/${edition.materialId}${lang}`}>{edition.title}</TextLink>
      </p>
    </>
  );
}
