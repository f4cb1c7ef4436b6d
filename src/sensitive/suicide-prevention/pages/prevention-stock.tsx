import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { MEASURE_LIST_WORDS } from "../model/prevention.messages.ts";
import { MEASURE_LISTS } from "../model/prevention-kinds.schema.ts";
import { planGap, readStock } from "../stock/stock.usecases.server.ts";
import type { Route } from "./+types/prevention-stock";

const yearIn = (url: URL) => url.searchParams.get("year") ?? undefined;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await readStock(app, actor, { ...params, year: yearIn(url) }));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, (input) => ({ ...params, year: String(input.year ?? "") }));
  return answerForm(request, [
    on(planGap, (_, input) => `/areas/${params.area}/prevention/stock?year=${String(input.year)}`),
  ]);
}

/** What the national lists name, beside what the offices of the area do. */
export default function PreventionStock({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { area, year, mayPlan, measures, source } = loaderData;
  return (
    <>
      <PageHead
        title={`棚卸し　${area.name}　${year}年度`}
        lead={`各機関の回答をまとめたものです。${source}`}
      />
      <nav className="no-print my-4 flex flex-wrap gap-6" aria-label="年度">
        <TextLink to={`?year=${year - 1}`}>{`${year - 1}年度`}</TextLink>
        <TextLink to={`?year=${year + 1}`}>{`${year + 1}年度`}</TextLink>
      </nav>
      {MEASURE_LISTS.map((list) => (
        <section key={list} className="mt-8">
          <h2 className="text-std-22B-150">{MEASURE_LIST_WORDS[list]}</h2>
          <Table
            caption={`${MEASURE_LIST_WORDS[list]}と各機関の取組`}
            hideCaption
            rows={measures.filter((one) => one.list === list)}
            rowKey={(row) => row.key}
            columns={[
              { key: "name", head: "項目", cell: (row) => row.name },
              { key: "does", head: "実施している機関", cell: (row) => row.does || "―" },
              { key: "plans", head: "予定のある機関", cell: (row) => row.plans || "―" },
              {
                key: "progress",
                head: "進みぐあい",
                cell: (row) => (row.done + row.underWay > 0 ? `達成${row.done}・進行中${row.underWay}` : "―"),
              },
              {
                key: "gap",
                head: "計画",
                cell: (row) =>
                  row.initiative ? (
                    <TextLink to={`/areas/${area.slug}/plan/initiatives/${row.initiative}`}>
                      計画の事業
                    </TextLink>
                  ) : row.gap && mayPlan ? (
                    <CommandForm
                      command="prevention-stock.plan"
                      answer={answer}
                      submit="計画に登録する"
                      label={`${row.name}を計画に登録する`}
                      kind="secondary"
                    >
                      <input type="hidden" name="measure" value={row.key} />
                      <input type="hidden" name="year" value={year} />
                    </CommandForm>
                  ) : row.gap ? (
                    "不足"
                  ) : (
                    "―"
                  ),
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}
