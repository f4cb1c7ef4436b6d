import { data, redirect } from "react-router";
import { fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { CLASS, DIRECTION, number, REASON } from "../messages.ts";
import { stateOf } from "../rules.ts";
import { enterTargetValue } from "../targets/usecases.server.ts";
import { readPlan, removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/target";
import { chosenId, fieldsOf, staffPlace } from "./place.tsx";
import { YearValueForm } from "./year-value-form.tsx";
import { YearValues } from "./year-values.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await staffPlace(args);
  const { skeleton } = shown(await readPlan(app, actor, area.id));
  const target = skeleton.targets.find((one) => one.id === args.params.target);
  if (!target) throw data(null, { status: 404 });
  const goal = skeleton.goals.find((one) => one.id === target.goalId) ?? null;
  return {
    base,
    name: area.name,
    mayEdit,
    goal,
    target: stateOf(target),
    year: fiscalYearOf(app.clock.today()),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const path = `${base}/targets/${args.params.target}`;
  if (values.intent === "remove-value") {
    shown(await removeThing(app, actor, area.id, "target_value", chosenId(values)));
    throw redirect(`${path}?removed`);
  }
  const value = { ...values, targetId: args.params.target };
  const entered = await enterTargetValue(app, actor, area.id, value, { confirmed: values.confirmed === "1" });
  if (!entered.ok) {
    if (entered.error.kind !== "invalid") throw data(null, { status: statusOf(entered.error) });
    return data({ errors: entered.error.fields, values, ask: null }, { status: 422 });
  }
  if ("ask" in entered.value) return data({ errors: {}, values, ask: entered.value.ask });
  throw redirect(`${path}?saved`);
}

export default function TargetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { target, goal, base, name, mayEdit, year } = loaderData;
  const show = (value: number) => `${number(value)}${target.unit}`;
  const years = (value: number) => showFiscalYearJa(value as never);
  return (
    <>
      <PageHead
        title={target.item}
        lead={`${name}の目標値`}
        actions={
          <>
            {mayEdit ? <ButtonLink to={`${base}/targets/${target.id}/edit`}>直す・結ぶ</ButtonLink> : null}
            <ButtonLink to={base}>計画にもどる</ButtonLink>
          </>
        }
      />
      <Done />
      <Facts
        items={[
          {
            name: "目標",
            value: goal ? (
              <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
            ) : (
              "まだ結んでいません"
            ),
          },
          { name: "もとの値", value: `${show(target.baselineValue)}　${years(target.baselineYear)}` },
          {
            name: "目標値",
            value: `${show(target.targetValue)}${DIRECTION[target.direction]}　${years(target.targetYear)}`,
          },
          {
            name: "いまの値",
            value: target.latest
              ? `${show(target.latest.value)}　${years(target.latest.fiscalYear)}`
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
        ]}
      />
      <Section title="年度ごとの値">
        <YearValues
          values={target.values}
          unit={target.unit}
          base={base}
          mayEdit={mayEdit}
          none="もとの値よりあとの値はまだありません。"
        />
      </Section>
      {mayEdit ? (
        <Section title="値を書く" lead="同じ年度の値は書き換わります。">
          {/* The key makes empty fields again once a value was saved or deleted. */}
          <YearValueForm
            key={JSON.stringify(target.values)}
            typed={actionData}
            year={year}
            unit={target.unit}
          />
        </Section>
      ) : null}
    </>
  );
}
