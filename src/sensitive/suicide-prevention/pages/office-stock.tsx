import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Done } from "#ui/done.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import {
  MEASURE_LIST_WORDS,
  options,
  STOCK_ANSWER_WORDS,
  STOCK_PROGRESS_WORDS,
} from "../model/prevention.messages.ts";
import { MEASURE_LISTS } from "../model/prevention-kinds.schema.ts";
import { readStockForm, saveStock } from "../stock/stock.usecases.server.ts";
import type { Route } from "./+types/office-stock";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const year = url.searchParams.get("year") ?? undefined;
  return shown(await readStockForm(app, actor, { ...params, year }));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/prevention-stock`;
  return answerForm(request, [
    onTarget(app, actor, (input) => ({ ...params, year: String(input.year ?? "") }))(
      saveStock,
      (_, input) => `${here}?year=${String(input.year)}&saved`,
    ),
  ]);
}

/** What one office does for each measure: one form, no meeting, no words to write. */
export default function OfficeStock({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { office, year, measures, ...form } = loaderData;
  return (
    <>
      <PageHead
        title={`棚卸しの回答　${office.name}`}
        lead={`${year}年度の取組を、項目ごとに選択してください。わからない項目は、選ばずに残せます。`}
      />
      <Done />
      <CommandForm command="prevention-stock.save" answer={answer} submit="保存する" {...form}>
        <input type="hidden" name="year" value={year} />
        {MEASURE_LISTS.map((list) => (
          <section key={list} className="mt-8">
            <h2 className="text-std-22B-150">{MEASURE_LIST_WORDS[list]}</h2>
            {measures
              .filter((one) => one.list === list)
              .map((one) => (
                <div key={one.key} className="border-b border-solid-gray-300">
                  <ChoiceField
                    label={one.name}
                    name={`answer-${one.key}`}
                    type="radio"
                    options={options(STOCK_ANSWER_WORDS)}
                  />
                  <SelectField
                    label={`${one.name}の進みぐあい`}
                    name={`progress-${one.key}`}
                    empty="選択しない"
                    optional
                    unmarked
                    options={options(STOCK_PROGRESS_WORDS)}
                  />
                </div>
              ))}
          </section>
        ))}
      </CommandForm>
    </>
  );
}
