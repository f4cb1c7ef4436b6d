import { data, redirect } from "react-router";
import { SECTORS, sectorLabel } from "#foundation/organisations/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { listComments } from "../comments/usecases.server.ts";
import { getIssue } from "../issues/usecases.server.ts";
import { addEvidence, removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/issue";
import { commentAction } from "./comment-action.tsx";
import { Comments } from "./comments.tsx";
import { IssueEvidence } from "./issue-evidence.tsx";
import { chosenId, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await staffPlace(args);
  const id = args.params.issue;
  const found = shown(await getIssue(app, actor, area.id, id));
  const sectors = SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) }));
  const named = found.evidence.map((one) => ({
    ...one,
    sectorName: sectors.find((sector) => sector.value === one.sector)?.label ?? "",
  }));
  const { origin } = found.issue;
  const from = origin?.path ? `/areas/${area.slug}/council/${origin.path}` : null;
  const year = showFiscalYearJa(found.issue.seenIn as never);
  return {
    ...found,
    evidence: named,
    said: shown(await listComments(app, actor, area.id, { thing: "issue", id })),
    base,
    name: area.name,
    mayEdit,
    sectors,
    from,
    year,
    onceKey: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, base } = place;
  const issueId = args.params.issue;
  const path = `${base}/issues/${issueId}`;
  const values = await fieldsOf(args.request);
  const said = await commentAction(place, { thing: "issue", id: issueId }, values, path);
  if (said) return said;
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "evidence", chosenId(values)));
    throw redirect(`${path}?removed`);
  }
  const added = await addEvidence(app, actor, area.id, { ...values, issueId });
  if (added.ok) throw redirect(`${path}?saved`);
  if (added.error.kind !== "invalid") throw data(null, { status: statusOf(added.error) });
  return data({ errors: added.error.fields, values }, { status: 422 });
}

export default function IssuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { issue, evidence, goals, base, name, mayEdit, sectors, from, year } = loaderData;
  return (
    <>
      <PageHead
        title={issue.title}
        lead={`${name}の健康課題　${year}から`}
        actions={
          <>
            {mayEdit ? <ButtonLink to={`${base}/issues/${issue.id}/edit`}>直す</ButtonLink> : null}
            <ButtonLink to={base}>計画にもどる</ButtonLink>
          </>
        }
      />
      <Done />
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
        onceKey={loaderData.onceKey}
        typed={actionData && "values" in actionData ? actionData : undefined}
      />
      <Section
        title={`目標 ${goals.length}`}
        actions={
          mayEdit ? <ButtonLink to={`${base}/goals/new?issue=${issue.id}`}>目標を立てる</ButtonLink> : null
        }
      >
        {goals.length === 0 ? <p>この課題に結んだ目標はまだありません。</p> : null}
        <ul className="list-disc pl-6">
          {goals.map((goal) => (
            <li key={goal.id}>
              <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
      <Comments
        view={loaderData.said}
        onceKey={loaderData.onceKey}
        typed={actionData && "comment" in actionData ? actionData.comment : undefined}
      />
    </>
  );
}
