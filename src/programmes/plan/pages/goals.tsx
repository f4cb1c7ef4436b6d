import { Form } from "react-router";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { SelectField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { readGoals } from "../chain/goal.usecases.server.ts";
import { showYear } from "../model/plan.messages.ts";
import type { Route } from "./+types/goals";
import { GoalList } from "./goal-list.tsx";
import { staffPlace } from "./place.tsx";

const YEARS_OFFERED = 6;

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await staffPlace(args);
  const asked = parseFiscalYear(url.searchParams.get("year") ?? "");
  const { groups, carried, year } = shown(await readGoals(app, actor, { area: area.id, year: asked }));
  const thisYear = fiscalYearOf(app.clock.today());
  const years = new Set(Array.from({ length: YEARS_OFFERED }, (_, index) => thisYear - index).concat(year));
  return {
    groups,
    carried,
    year,
    base,
    name: area.name,
    mayEdit,
    years: [...years].sort((a, b) => b - a).map((one) => ({ value: String(one), label: showYear(one) })),
  };
}

/** All goals under their pillars, each with what a year's evaluations say of it in the four kinds. */
export default function Goals({ loaderData }: Route.ComponentProps) {
  const { groups, carried, year, years, base, name, mayEdit } = loaderData;
  return (
    <>
      <PageHead
        title="柱・目標・評価"
        lead={`${name}の計画を目標ごとに評価します。`}
        actions={
          <>
            {mayEdit ? (
              <>
                <ButtonLink to={`${base}/goals/new`} kind="primary">
                  目標を設定する
                </ButtonLink>
                <ButtonLink to={`${base}/pillars`}>対策の柱を編集する</ButtonLink>
              </>
            ) : null}
            <ButtonLink to={base}>計画に戻る</ButtonLink>
          </>
        }
      />
      <Done />
      <Form className="no-print flex flex-wrap items-end gap-x-6">
        <SelectField label="評価の年度" name="year" defaultValue={String(year)} options={years} />
        <div className="my-5">
          <Button>この年度を見る</Button>
        </div>
      </Form>
      {carried.length > 0 ? (
        <Section title="前の年度から引き継いだこと">
          <ul className="list-disc pl-6">
            {carried.map((one) => (
              <li key={one.id}>
                <TextLink
                  to={
                    one.initiativeId
                      ? `${base}/initiatives/${one.initiativeId}`
                      : `${base}/goals/${one.goalId}`
                  }
                >
                  {one.of}
                </TextLink>
                : {one.nextStep || one.finding}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {groups.length === 0 ? (
        <Empty title="柱も目標もまだありません">
          {mayEdit ? (
            <p>
              <TextLink to={`${base}/goals/new`}>目標を設定する</TextLink>か、
              <TextLink to={`${base}/pillars`}>対策の柱を決める</TextLink>ところから始められます。
            </p>
          ) : (
            <p>事務局が目標を設定すると、ここに表示されます。</p>
          )}
        </Empty>
      ) : null}
      {groups.map(({ pillar, goals }) => (
        <Section key={pillar?.id ?? "none"} title={pillar?.title ?? "柱のない目標"}>
          {goals.length === 0 ? (
            <p>
              目標はまだありません。　
              {mayEdit && pillar ? (
                <TextLink to={`${base}/goals/new?pillar=${pillar.id}`}>この柱に目標を設定する</TextLink>
              ) : null}
            </p>
          ) : (
            <GoalList goals={goals} year={year} base={base} mayEdit={mayEdit} />
          )}
        </Section>
      ))}
    </>
  );
}
