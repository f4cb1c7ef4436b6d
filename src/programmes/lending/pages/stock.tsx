import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { listStock } from "../loans/loan.queries.server.ts";
import { LENDING, STOCK } from "../loans/loan-page.messages.ts";
import type { Route } from "./+types/stock";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listStock(app, actor, { area }));
}

/** What there is: offices, models, kits. */
export default function Stock({ loaderData: { area, offices, models, units, kits } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}/lending/stock`;
  const has = offices.length > 0;
  const lists = [
    { key: "offices", title: STOCK.offices, add: STOCK.addOffice, open: true, rows: offices },
    { key: "models", title: STOCK.models, add: STOCK.addModel, open: has, rows: models },
    { key: "kits", title: STOCK.kits, add: STOCK.addKit, open: models.length > 0, rows: kits },
  ];
  const countOf = (id: string) => units.filter((one) => one.modelId === id).length;
  return (
    <>
      <PageHead
        title={STOCK.title}
        place={area.name}
        actions={
          units.length > 0 ? (
            <ButtonLink to={`/areas/${area.slug}/lending/labels.pdf`}>{STOCK.labels}</ButtonLink>
          ) : null
        }
      />
      {lists.map((list) => (
        <Section key={list.key} title={list.title}>
          <ul className="my-2">
            {list.rows.map((one) => (
              <li key={one.id}>
                <TextLink to={`${base}/${list.key}/${one.id}`}>{one.name}</TextLink>
                {list.key === "models" ? `（${LENDING.units(countOf(one.id))}）` : ""}
              </li>
            ))}
          </ul>
          {list.open ? <ButtonLink to={`${base}/${list.key}/new`}>{list.add}</ButtonLink> : null}
        </Section>
      ))}
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/lending`}>{LENDING.back}</TextLink>
      </p>
    </>
  );
}
