import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { Facts } from "#ui/page.tsx";
import { evaluate } from "../chain/evaluation.usecases.server.ts";
import { getGoal } from "../chain/goal.usecases.server.ts";
import { planComments } from "../comments/comment.usecases.server.ts";
import { EVALUATION_KINDS } from "../model/evaluation-kinds.schema.ts";
import { progressOf } from "../model/plan.present.ts";
import type { Route } from "./+types/goal";
import { Evaluations } from "./evaluations.tsx";
import { PartComments, PartHead } from "./parts.tsx";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await staffPlace(args);
  const target = { area: area.id, id: args.params.goal };
  const { goal, issue, pillar, targets, initiatives, evaluations } = shown(await getGoal(app, actor, target));
  const kind = EVALUATION_KINDS.find((one) => one === url.searchParams.get("kind"));
  return {
    goal,
    issue,
    pillar,
    targets: targets.map((one) => {
      return { id: one.id, to: `${base}/targets/${one.id}`, title: one.item, detail: progressOf(one) };
    }),
    initiatives: initiatives.map((one) => ({ ...one, to: `${base}/initiatives/${one.id}` })),
    evaluations,
    evaluated: url.searchParams.has("evaluated"),
    base,
    said: shown(await planComments.list(app, actor, { ...target, kind: "goal" })),
    once: { evaluation: newId() as string, comment: newId() as string },
    name: area.name,
    mayEdit,
    kind,
    year: Number(url.searchParams.get("year")) || (fiscalYearOf(app.clock.today()) as number),
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const id = args.params.goal;
  const path = `${place.base}/goals/${id}`;
  return answerForm(args.request, [
    place.onEvaluated({ of: "goal", id })(evaluate, () => `${path}?evaluated=1#evaluations`),
    ...place.commenting("goal", id, path),
  ]);
}

export default function GoalPage({ loaderData, actionData }: Route.ComponentProps) {
  const { goal, issue, pillar, targets, initiatives, evaluations, base, name, mayEdit } = loaderData;
  return (
    <>
      <PartHead
        title={goal.title}
        lead={`${name}の目標`}
        edit={mayEdit && `${base}/goals/${goal.id}/edit`}
        base={base}
      >
        <ButtonLink to={`${base}/goals`}>柱・目標・評価</ButtonLink>
      </PartHead>
      <Facts
        items={[
          {
            name: "健康課題",
            value: issue ? <TextLink to={`${base}/issues/${issue.id}`}>{issue.title}</TextLink> : "未設定",
          },
          { name: "対策の柱", value: pillar?.title ?? "―" },
        ]}
      />
      <LinkSection
        title={`目標値 ${targets.length}`}
        rows={targets}
        none="目標値はまだ設定されていません。"
        actions={
          mayEdit && <ButtonLink to={`${base}/targets/new?goal=${goal.id}`}>目標値を設定する</ButtonLink>
        }
      />
      <LinkSection
        title={`事業 ${initiatives.length}`}
        rows={initiatives}
        none="この目標のための事業はまだありません。"
        actions={
          mayEdit && <ButtonLink to={`${base}/initiatives/new?goal=${goal.id}`}>事業を計画する</ButtonLink>
        }
      />
      <Evaluations
        evaluations={evaluations}
        base={base}
        mayEdit={mayEdit}
        year={loaderData.year}
        kind={loaderData.kind}
        done={loaderData.evaluated}
        once={loaderData.once.evaluation}
        answer={actionData}
      />
      <PartComments said={loaderData.said} once={loaderData.once.comment} answer={actionData} />
    </>
  );
}
