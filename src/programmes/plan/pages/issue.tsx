import { SECTORS, sectorLabel } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { addEvidence, getIssue } from "../chain/issue.usecases.server.ts";
import { planComments } from "../comments/comment.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { showYear } from "../model/plan.messages.ts";
import type { Route } from "./+types/issue";
import { IssueEvidence } from "./issue-evidence.tsx";
import { PartComments, PartHead } from "./parts.tsx";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await staffPlace(args);
  const target = { area: area.id, id: args.params.issue };
  const { issue, evidence, goals } = shown(await getIssue(app, actor, target));
  const sectors = SECTORS.map((sector) => ({ value: sector as string, label: sectorLabel(sector) }));
  const { origin } = issue;
  return {
    issue,
    goals: goals.map(({ id, title }) => ({ id, title, to: `${base}/goals/${id}` })),
    evidence: evidence.map(({ id, kind, text, source, sector }) => ({
      id,
      kind,
      text,
      source,
      sector: sectors.find((one) => one.value === sector)?.label ?? "",
    })),
    said: shown(await planComments.list(app, actor, { ...target, kind: "issue" })),
    base,
    name: area.name,
    mayEdit,
    sectors,
    from: origin?.path ? `/areas/${area.slug}/council/${origin.path}` : null,
    year: showYear(issue.seenIn),
    once: { evidence: newId() as string, comment: newId() as string },
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const id = args.params.issue;
  const path = `${place.base}/issues/${id}`;
  return answerForm(args.request, [
    place.onRow(id)(addEvidence, () => `${path}?saved`),
    place.onPart({ under: id })(removePart, () => `${path}?removed`),
    ...place.commenting("issue", id, path),
  ]);
}

export default function IssuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { issue, evidence, goals, base, name, mayEdit, sectors, from, year, once } = loaderData;
  return (
    <>
      <PartHead
        title={issue.title}
        lead={`${name}の健康課題　${year}から`}
        edit={mayEdit && `${base}/issues/${issue.id}/edit`}
        base={base}
      />
      {issue.description ? <p className="max-w-3xl whitespace-pre-line">{issue.description}</p> : null}
      {issue.origin && from ? (
        <p>
          <TextLink to={from}>{issue.origin.label}</TextLink>の決定から生まれました。
        </p>
      ) : null}
      <IssueEvidence
        evidence={evidence}
        sectors={sectors}
        mayEdit={mayEdit}
        once={once.evidence}
        answer={actionData}
      />
      <LinkSection
        title={`目標 ${goals.length}`}
        rows={goals}
        none="この健康課題に対する目標はまだありません。"
        actions={
          mayEdit && <ButtonLink to={`${base}/goals/new?issue=${issue.id}`}>目標を設定する</ButtonLink>
        }
      />
      <PartComments said={loaderData.said} once={once.comment} answer={actionData} />
    </>
  );
}
