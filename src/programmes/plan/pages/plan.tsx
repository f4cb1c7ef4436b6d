import { idOf } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { NextPage } from "#ui/table.tsx";
import { readPlan } from "../chain/plan.queries.server.ts";
import { showYear } from "../model/plan.messages.ts";
import { planGroups } from "../model/plan.present.ts";
import { planState } from "../model/plan-states.schema.ts";
import { publishPlan } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/plan";
import { staffPlace } from "./place.tsx";
import { PlanGroups } from "./plan-groups.tsx";
import { StateFilter } from "./state-filter.tsx";
import { UnlinkedList } from "./unlinked-list.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord, url } = await staffPlace(args);
  const after = idOf(url.searchParams.get("after"));
  const state = planState(url.searchParams.get("state"));
  const view = shown(await readPlan(app, actor, { area: area.id, after, state }));
  return {
    base,
    mayEdit,
    mayRecord,
    name: area.name,
    year: showYear(view.fiscalYear),
    groups: planGroups(view.chains),
    states: view.states,
    state: state ?? null,
    fresh: url.searchParams.get("new"),
    unlinked: view.unlinked,
    moreUnlinked: view.moreUnlinked,
    after: view.after,
    published: url.searchParams.get("published"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, base } = await staffPlace(args);
  return answerForm(args.request, [onArea(publishPlan, ({ version }) => `${base}?published=${version}`)]);
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, groups, states, state, fresh, mayEdit, mayRecord, after, published } = loaderData;
  return (
    <>
      <PageHead
        title={`${name}の計画`}
        lead={`今年度は${loaderData.year}`}
        actions={
          <>
            {mayRecord ? (
              <ButtonLink to={`${base}/activities/new`} kind="primary">
                活動を記録する
              </ButtonLink>
            ) : null}
            <ButtonLink to={`${base}/goals`}>柱・目標・評価</ButtonLink>
            <ButtonLink to={`${base}/published`}>公開している計画</ButtonLink>
          </>
        }
      />
      <Done />
      {published ? (
        <Notice kind="success" title={`計画を公開しました（第${published}版）。`}>
          だれでも見られるようになりました。今後の変更は、再度公開するまで公開版に反映されません。
        </Notice>
      ) : null}
      <p className="no-print flex flex-wrap gap-x-6 gap-y-2">
        {mayEdit ? (
          <>
            <TextLink to={`${base}/issues/new`}>健康課題を追加する</TextLink>
            <TextLink to={`${base}/goals/new`}>目標を設定する</TextLink>
            <TextLink to={`${base}/initiatives/new`}>事業を計画する</TextLink>
            <TextLink to={`${base}/library`}>ほかの地域の事業から選ぶ</TextLink>
          </>
        ) : null}
        <TextLink to={`${base}/activities`}>活動の一覧</TextLink>
        {mayEdit ? <TextLink to={`${base}/deleted`}>削除した項目</TextLink> : null}
      </p>
      <StateFilter states={states} chosen={state} />
      {groups.length === 0 && state === null ? <Nothing base={base} mayEdit={mayEdit} /> : null}
      {groups.length === 0 && state !== null ? <p className="my-6">この区分の事業はありません。</p> : null}
      {groups.length > 0 ? <PlanGroups groups={groups} base={base} mayEdit={mayEdit} fresh={fresh} /> : null}
      <NextPage after={after} />
      <UnlinkedList unlinked={loaderData.unlinked} more={loaderData.moreUnlinked} base={base} />
      {mayEdit && groups.length > 0 ? (
        <div className="no-print">
          <Section
            title="公開"
            lead="現在の計画を、地域の公開ページと公開データに掲載します。予算・担当・委員の意見は公開されません。"
          >
            <CommandForm
              command="plan.publish"
              answer={actionData}
              submit="現在の計画を公開する"
              kind="secondary"
            />
          </Section>
        </div>
      ) : null}
    </>
  );
}

function Nothing({ base, mayEdit }: { base: string; mayEdit: boolean }) {
  return (
    <Empty title="計画はまだありません">
      {mayEdit ? (
        <p>
          どこから始めてもかまいません。
          <TextLink to={`${base}/issues/new`}>健康情報から健康課題を選ぶ</TextLink>か、
          <TextLink to={`${base}/library`}>ほかの地域の事業から選ぶ</TextLink>とすぐに始められます。
        </p>
      ) : (
        <p>事務局が計画を登録すると、ここに表示されます。</p>
      )}
    </Empty>
  );
}
