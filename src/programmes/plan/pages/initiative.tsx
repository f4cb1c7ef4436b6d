import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { evaluate } from "../chain/evaluation.usecases.server.ts";
import { planComments } from "../comments/comment.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { getInitiative } from "../initiatives/initiative.usecases.server.ts";
import {
  fineKindLabel,
  initiativeKindLabel,
  STATUS,
  sessionsAndPeople,
  showYear,
} from "../model/plan.messages.ts";
import type { Route } from "./+types/initiative";
import { Evaluations } from "./evaluations.tsx";
import { InitiativeFacts } from "./initiative-facts.tsx";
import { Measures } from "./measures.tsx";
import { PartComments, RemoveForm } from "./parts.tsx";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord, url } = await staffPlace(args);
  const target = { area: area.id, id: args.params.initiative };
  const { initiative, goal, tally, activities, evaluations, measures } = shown(
    await getInitiative(app, actor, target),
  );
  const { origin } = initiative;
  const from = origin?.path ? `/areas/${area.slug}/council/${origin.path}` : null;
  return {
    initiative,
    goal,
    tally,
    activities: activities.map((one) => ({
      id: one.id,
      to: `${base}/activities/${one.id}`,
      title: one.title,
      detail: one.isTotal ? showYear(one.fiscalYear) : showDateJa(one.from),
      aside: sessionsAndPeople(one.sessions, one.participants),
    })),
    evaluations,
    evaluated: url.searchParams.has("evaluated"),
    measures,
    said: shown(await planComments.list(app, actor, { ...target, kind: "initiative" })),
    once: { evaluation: newId() as string, comment: newId() as string },
    base,
    name: area.name,
    mayEdit,
    mayRecord,
    from,
    year: fiscalYearOf(app.clock.today()) as number,
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const id = args.params.initiative;
  const path = `${place.base}/initiatives/${id}`;
  return answerForm(args.request, [
    place.onEvaluated({ of: "initiative", id })(evaluate, () => `${path}?evaluated=1#evaluations`),
    place.onPart({ under: id })(removePart, () => `${place.base}?removed`),
    ...place.commenting("initiative", id, path),
  ]);
}

export default function InitiativePage({ loaderData, actionData }: Route.ComponentProps) {
  const { initiative, goal, tally, activities, measures, base, mayEdit, mayRecord, from, year } = loaderData;
  const path = `${base}/initiatives/${initiative.id}`;
  return (
    <>
      <PageHead
        title={initiative.title}
        lead={`${initiativeKindLabel(initiative.kind)}・${fineKindLabel(initiative.fineKind)}　${STATUS[initiative.status]}`}
        actions={
          <>
            {mayRecord ? (
              <ButtonLink to={`${base}/activities/new?initiative=${initiative.id}`} kind="primary">
                活動を記録する
              </ButtonLink>
            ) : null}
            {mayEdit ? <ButtonLink to={`${path}/edit`}>編集する</ButtonLink> : null}
            <ButtonLink to={base}>計画に戻る</ButtonLink>
          </>
        }
      />
      <Done />
      {initiative.origin ? (
        <p>
          {from ? <TextLink to={from}>{initiative.origin.label}</TextLink> : initiative.origin.label}
          {initiative.origin.kind === "decision" ? "の決定から生まれました。" : "の事業を写しました。"}
        </p>
      ) : null}
      <InitiativeFacts initiative={initiative} goal={goal} tally={tally} base={base} />
      <Measures measures={measures} path={path} mayEdit={mayEdit} />
      <LinkSection title="活動" rows={activities} none="活動はまだありません。" />
      <Evaluations
        evaluations={loaderData.evaluations}
        base={base}
        mayEdit={mayEdit}
        year={year}
        done={loaderData.evaluated}
        once={loaderData.once.evaluation}
        answer={actionData}
      />
      <PartComments said={loaderData.said} once={loaderData.once.comment} answer={actionData} />
      {mayEdit ? (
        <div className="mt-10">
          <RemoveForm
            kind="initiative"
            id={initiative.id}
            named={initiative.title}
            open="この事業を削除する"
          />
        </div>
      ) : null}
    </>
  );
}
