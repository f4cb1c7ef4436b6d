import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Facts } from "#ui/page.tsx";
import { figuresOf } from "../chain/indicator-figure.queries.server.ts";
import { enterTargetValue, getTarget, takeTargetValues } from "../chain/target.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { CLASS, DIRECTION, number, REASON, showYear } from "../model/plan.messages.ts";
import { yearValues } from "../model/plan-form.present.ts";
import { missingYears } from "../model/target.rules.ts";
import type { Route } from "./+types/target";
import { NewFigures } from "./figures.tsx";
import { PartHead } from "./parts.tsx";
import { staffPlace } from "./place.tsx";
import { YearValues } from "./year-values.tsx";

export async function loader(args: Route.LoaderArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, base, mayEdit } = place;
  const target = shown(await getTarget(app, actor, { area: area.id, id: args.params.target }));
  const seen = fingerprintOf(yearValues(target.values));
  const figures = target.indicator
    ? (await figuresOf(place)).find((one) => one.code === target.indicator)
    : undefined;
  const known = figures && { ...figures, values: missingYears(target, figures.values) };
  const year = String(fiscalYearOf(app.clock.today()));
  return { base, name: area.name, mayEdit, target, figures: known, year, seen };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, onRow, onPart, base } = place;
  const id = args.params.target;
  const path = `${base}/targets/${id}`;
  return answerForm(args.request, [
    onRow(id)(enterTargetValue, () => `${path}?saved`),
    {
      ...onRow(id)(takeTargetValues, () => `${path}?saved`),
      async run() {
        const { indicator } = shown(await getTarget(app, actor, { area: area.id, id }));
        const values = (await figuresOf(place)).find(({ code }) => code === indicator)?.values ?? [];
        return takeTargetValues(app, actor, { area: area.id, id }, { values });
      },
    },
    onPart({ under: id })(removePart, () => `${path}?removed`),
  ]);
}

export default function TargetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { target, base, name, mayEdit, year, seen } = loaderData;
  const show = (value: number) => `${number(value)}${target.unit}`;
  return (
    <>
      <PartHead
        title={target.item}
        lead={`${name}の目標値`}
        edit={mayEdit && `${base}/targets/${target.id}/edit`}
        base={base}
      />
      <Facts
        items={[
          {
            name: "目標",
            value: target.goal ? (
              <TextLink to={`${base}/goals/${target.goalId}`}>{target.goal}</TextLink>
            ) : (
              "未設定"
            ),
          },
          { name: "基準値", value: `${show(target.baselineValue)}　${showYear(target.baselineYear)}` },
          {
            name: "目標値",
            value: `${show(target.targetValue)}${DIRECTION[target.direction]}　${showYear(target.targetYear)}`,
          },
          {
            name: "現在の値",
            value: target.latest
              ? `${show(target.latest.value)}　${showYear(target.latest.fiscalYear)}`
              : "まだありません",
          },
          {
            name: "目標まで",
            value:
              target.distance === null
                ? "―"
                : target.distance === 0
                  ? "届きました"
                  : `あと${show(target.distance)}`,
          },
          { name: "判定", value: `${target.class} ${CLASS[target.class]}。${REASON[target.reason]}。` },
          { name: "出典", value: target.source || "―" },
          { name: "指標", value: loaderData.figures?.name },
        ]}
      />
      {mayEdit && loaderData.figures ? <NewFigures {...loaderData.figures} /> : null}
      <YearValues
        kind="target_value"
        command="target-value.enter"
        answer={actionData}
        values={target.values}
        unit={target.unit}
        base={base}
        mayEdit={mayEdit}
        year={year}
        seen={seen}
        none="基準値よりあとの値はまだありません。"
      />
    </>
  );
}
