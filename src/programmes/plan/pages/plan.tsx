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
import { MISSING, PART, showYear } from "../model/plan.messages.ts";
import { chainLines } from "../model/plan.present.ts";
import type { Unlinked } from "../model/plan.rules.ts";
import { publishPlan } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/plan";
import { ChainTable } from "./chain-table.tsx";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord, url } = await staffPlace(args);
  const after = idOf(url.searchParams.get("after"));
  const view = shown(await readPlan(app, actor, { area: area.id, after }));
  return {
    base,
    mayEdit,
    mayRecord,
    name: area.name,
    year: showYear(view.fiscalYear),
    lines: chainLines(view.chains),
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
  const { base, name, lines, unlinked, moreUnlinked, mayEdit, mayRecord, after, published } = loaderData;
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
      {lines.length === 0 ? (
        <Nothing base={base} mayEdit={mayEdit} />
      ) : (
        <ChainTable lines={lines} base={base} mayEdit={mayEdit} />
      )}
      <NextPage after={after} />
      <UnlinkedList unlinked={unlinked} more={moreUnlinked} base={base} />
      {mayEdit && lines.length > 0 ? (
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

const pathOf = (kind: Unlinked["kind"]) => (kind === "activity" ? "activities" : `${kind}s`);

type UnlinkedProps = { unlinked: readonly Unlinked[]; more: boolean; base: string };

function UnlinkedList({ unlinked, more, base }: UnlinkedProps) {
  if (unlinked.length === 0) return null;
  return (
    <Section
      title={`関連付けのない項目${more ? "（多いため、一部）" : ` ${unlinked.length}`}`}
      id="unlinked"
      lead="後から設定できます。"
    >
      <ul className="border-t border-solid-gray-300">
        {unlinked.map(({ kind, id, title, missing }) => (
          <li
            key={`${kind}-${id}-${missing}`}
            className="flex flex-wrap justify-between gap-x-4 border-b border-solid-gray-300 py-2"
          >
            <span>
              {PART[kind]}「<TextLink to={`${base}/${pathOf(kind)}/${id}`}>{title}</TextLink>」
            </span>
            <span className="text-solid-gray-800">{MISSING[missing]}がありません</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
