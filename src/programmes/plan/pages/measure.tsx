import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { DocumentBlocks } from "#ui/document.tsx";
import { Done } from "#ui/done.tsx";
import { SelectField } from "#ui/field.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { enterMeasureValue, getMeasure, saveMeasure } from "../initiatives/measure.usecases.server.ts";
import { courseOf, yearsToAsk } from "../model/measure-course.present.ts";
import { MEASURE, number } from "../model/plan.messages.ts";
import { measureValues, yearValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/measure";
import { MeasureForm } from "./measure-form.tsx";
import { RemoveForm } from "./parts.tsx";
import { staffPlace } from "./place.tsx";
import { YearValues } from "./year-values.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await staffPlace(args);
  const target = { area: area.id, id: args.params.measure };
  const { measure, siblings, joint } = shown(await getMeasure(app, actor, target));
  const values = measureValues(measure);
  const since = Number(url.searchParams.get("since")) || null;
  return {
    measure,
    since,
    years: yearsToAsk(measure.values),
    course: courseOf(measure, joint, since),
    mayEdit,
    base,
    values,
    seen: fingerprintOf(values),
    seenYears: fingerprintOf(yearValues(measure.values)),
    back: `${base}/initiatives/${measure.initiativeId}`,
    whole: siblings.find((one) => one.id === measure.partOf)?.name ?? null,
    wholes: siblings.filter((one) => one.partOf === null).map(({ id, name }) => ({ value: id, label: name })),
    year: String(fiscalYearOf(app.clock.today())),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, onPart, base } = await staffPlace(args);
  const { initiative, measure } = args.params;
  const back = `${base}/initiatives/${initiative}`;
  const path = `${back}/measures/${measure}`;
  const on = onRow(measure);
  return answerForm(args.request, [
    on(saveMeasure, () => `${path}?saved`),
    on(enterMeasureValue, () => `${path}?saved`),
    onPart({ under: measure })(removePart, (_, { kind }) =>
      kind === "measure" ? `${back}#measures` : `${path}?removed`,
    ),
  ]);
}

export default function MeasurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, whole, wholes, base, back, mayEdit, year, values, seen, seenYears } = loaderData;
  const goal = measure.goalValue === null ? "" : `　1年の目標 ${number(measure.goalValue)}${measure.unit}`;
  return (
    <>
      <PageHead
        title={measure.name}
        lead={`${measure.initiative}　${MEASURE[measure.kind]}${whole ? `　内訳（全体は${whole}）` : ""}${goal}`}
        actions={<ButtonLink to={back}>事業に戻る</ButtonLink>}
      />
      <Done />
      <YearValues
        kind="measure_value"
        command="measure-value.enter"
        answer={actionData}
        values={measure.values}
        unit={measure.unit}
        base={base}
        mayEdit={mayEdit}
        year={year}
        seen={seenYears}
        none="値はまだありません。"
      />
      {loaderData.course.length > 0 ? (
        <Section
          title="何が増減につながったか"
          lead="年度ごとの値を、複数の機関による活動の回数と並べています。"
        >
          {loaderData.years.length > 0 ? (
            <form className="no-print flex flex-wrap items-end gap-3">
              <SelectField
                label="取組を始めた年度"
                name="since"
                optional
                empty="選択しない"
                options={loaderData.years}
                defaultValue={String(loaderData.since ?? "")}
              />
              <Button className="mb-5">表示する</Button>
            </form>
          ) : null}
          <DocumentBlocks blocks={loaderData.course} />
        </Section>
      ) : null}
      {mayEdit ? (
        <>
          <Section title="指標を編集する">
            <MeasureForm
              command="measure.save"
              answer={actionData}
              values={values}
              seen={seen}
              wholes={wholes}
              submit="指標を保存する"
              kind="secondary"
            />
          </Section>
          <div className="mt-8">
            <RemoveForm kind="measure" id={measure.id} named={measure.name} open="この指標を削除する" />
          </div>
        </>
      ) : null}
    </>
  );
}
