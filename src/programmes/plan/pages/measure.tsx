import { data, redirect } from "react-router";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { enterMeasureValue, getMeasure, saveMeasure } from "../initiatives/measures/usecases.server.ts";
import { measureValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { MEASURE, number } from "../messages.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/measure";
import { MeasureForm } from "./measure-form.tsx";
import { OvertakenNotice, optionsOf, Shown } from "./overtaken.tsx";
import { chosenId, fieldsOf, staffPlace } from "./place.tsx";
import { YearValueForm } from "./year-value-form.tsx";
import { YearValues } from "./year-values.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await staffPlace(args);
  const { measure, siblings } = shown(await getMeasure(app, actor, area.id, args.params.measure));
  return {
    measure,
    mayEdit,
    base,
    ...asShown(measureValues(measure)),
    back: `${base}/initiatives/${measure.initiativeId}`,
    whole: siblings.find((one) => one.id === measure.partOf)?.name ?? null,
    wholes: siblings.filter((one) => one.partOf === null).map(({ id, name }) => ({ value: id, label: name })),
    year: fiscalYearOf(app.clock.today()) as number,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const { initiative, measure: id } = args.params;
  const path = `${base}/initiatives/${initiative}`;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "measure", id));
    throw redirect(`${path}#measures`);
  }
  if (values.intent === "remove-value") {
    shown(await removeThing(app, actor, area.id, "measure_value", chosenId(values)));
    throw redirect(`${path}/measures/${id}?removed`);
  }
  const saved =
    values.intent === "save"
      ? await saveMeasure(app, actor, area.id, id, values)
      : await enterMeasureValue(app, actor, area.id, id, values, { confirmed: values.confirmed === "1" });
  const typed = { intent: values.intent ?? "", values };
  if (!saved.ok) {
    if (saved.error.kind === "conflict") {
      const now = measureValues(shown(await getMeasure(app, actor, area.id, id)).measure);
      return data({ ...typed, errors: {}, ask: null, overtaken: overtakenBy(values, now) }, { status: 409 });
    }
    if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
    return data({ ...typed, errors: saved.error.fields, ask: null, overtaken: undefined }, { status: 422 });
  }
  if ("ask" in saved.value) return data({ ...typed, errors: {}, ask: saved.value.ask, overtaken: undefined });
  throw redirect(`${path}/measures/${id}?saved`);
}

export default function MeasurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, whole, wholes, base, back, mayEdit, year } = loaderData;
  const of = (intent: string) => (actionData?.intent === intent ? actionData : undefined);
  const goal = measure.goalValue === null ? "" : `　1年の目標 ${number(measure.goalValue)}${measure.unit}`;
  return (
    <>
      <PageHead
        title={measure.name}
        lead={`${measure.initiative}　${MEASURE[measure.kind]}${whole ? `　内訳（全体は${whole}）` : ""}${goal}`}
        actions={<ButtonLink to={back}>事業にもどる</ButtonLink>}
      />
      <Done />
      <Section title="年度ごとの値">
        <YearValues
          values={measure.values}
          unit={measure.unit}
          base={base}
          mayEdit={mayEdit}
          none="値はまだありません。"
        />
      </Section>
      {mayEdit ? (
        <>
          <Section title="値を書く" lead="同じ年度の値は書き換わります。">
            {/* The key makes empty fields again once a value was saved or deleted. */}
            <YearValueForm
              key={JSON.stringify(measure.values)}
              typed={of("value")}
              year={year}
              unit={measure.unit}
            />
          </Section>
          <Section title="指標を直す">
            <OvertakenNotice
              by={of("save")?.overtaken}
              options={{ kind: optionsOf(MEASURE), partOf: wholes }}
            />
            <MeasureForm
              values={of("save")?.values ?? loaderData.values}
              errors={of("save")?.errors}
              wholes={wholes}
              submit="指標を保存する"
              kind="secondary"
            >
              <Shown answer={of("save")} value={loaderData.shown} />
            </MeasureForm>
          </Section>
          <div className="mt-8">
            <OnceForm submit="この指標を消す" kind="danger" busy="消しています…">
              <input type="hidden" name="intent" value="remove" />
            </OnceForm>
          </div>
        </>
      ) : null}
    </>
  );
}
