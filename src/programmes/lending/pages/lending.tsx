import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { listLending } from "../loans/loan.queries.server.ts";
import { LENDING } from "../loans/loan-page.messages.ts";
import type { Route } from "./+types/lending";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listLending(app, actor, { area }));
}

/** What is lent where, and how many are free on which day. */
export default function Lending({ loaderData: { area, offices, staff } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}/lending`;
  return (
    <>
      <PageHead
        title={LENDING.title}
        place={area.name}
        lead={LENDING.lead}
        actions={
          staff ? (
            <>
              <ButtonLink to={`${base}/loans`} kind="primary">
                {LENDING.desk}
              </ButtonLink>
              <ButtonLink to={`${base}/stock`}>{LENDING.stock}</ButtonLink>
              <ButtonLink to={`${base}/use`}>{LENDING.use}</ButtonLink>
            </>
          ) : null
        }
      />
      {offices.length === 0 ? <Empty title={LENDING.none} /> : null}
      {offices.map((office) => (
        <Section key={office.id} title={office.name} lead={office.rule}>
          <Facts
            items={[
              { name: "場所", value: office.place },
              { name: "受付", value: office.open },
              { name: "電話番号", value: office.phone },
              { name: "借りられる方", value: office.borrowers },
            ].filter(({ value }) => value !== "")}
          />
          {office.models.length === 0 ? (
            <p>{LENDING.none}</p>
          ) : (
            <p className="no-print my-3">
              <ButtonLink
                to={`${base}/${office.id}/ask`}
                kind={staff || offices.length > 1 ? "secondary" : "primary"}
              >
                {LENDING.ask}
              </ButtonLink>
            </p>
          )}
          {office.models.map((model) => (
            <details key={model.id} className="my-3">
              <summary className="min-h-11 cursor-pointer">{`${model.name}（${LENDING.units(model.units)}）`}</summary>
              <p>{model.note}</p>
              <Table
                caption={`${model.name} ${LENDING.freeOn}`}
                rows={model.days}
                rowKey={(one) => one.day}
                columns={[
                  { key: "day", head: "日付", cell: (one) => one.day },
                  { key: "free", head: LENDING.freeOn, align: "right", cell: (one) => one.free },
                ]}
              />
            </details>
          ))}
        </Section>
      ))}
      <p className="my-4">{LENDING.notMedical}</p>
    </>
  );
}
