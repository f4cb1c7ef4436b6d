import { data, redirect } from "react-router";
import { SECTORS, sectorLabel } from "#foundation/organisations/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField, TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { getIssue } from "../issues/usecases.server.ts";
import { EVIDENCE } from "../messages.ts";
import { addEvidence, removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/issue";
import { chosenId, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await staffPlace(args);
  const found = shown(await getIssue(app, actor, area.id, args.params.issue));
  const sectors = SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) }));
  const named = found.evidence.map((one) => ({
    ...one,
    sectorName: sectors.find((sector) => sector.value === one.sector)?.label ?? "",
  }));
  const { origin } = found.issue;
  const from = origin?.path ? `/areas/${area.slug}/council/${origin.path}` : null;
  const year = showFiscalYearJa(found.issue.seenIn as never);
  return { ...found, evidence: named, base, name: area.name, mayEdit, sectors, from, year };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const issueId = args.params.issue;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(
      await removeThing(
        app,
        actor,
        area.id,
        values.thing === "evidence" ? "evidence" : "issue",
        chosenId(values),
      ),
    );
    throw redirect(values.thing === "evidence" ? `${base}/issues/${issueId}` : base);
  }
  const added = await addEvidence(app, actor, area.id, { ...values, issueId });
  if (added.ok) throw redirect(`${base}/issues/${issueId}`);
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
        actions={<ButtonLink to={base}>計画にもどる</ButtonLink>}
      />
      {issue.description ? <p className="max-w-3xl whitespace-pre-line">{issue.description}</p> : null}
      {issue.origin && from ? (
        <p>
          <TextLink to={from}>{issue.origin.label}</TextLink>の決定から生まれました。
        </p>
      ) : null}
      <Section title={`根拠 ${evidence.length}`}>
        {evidence.length === 0 ? (
          <p>根拠はまだありません。指標・調査・委員の声を1つ加えてください。</p>
        ) : null}
        <ul className="border-t border-solid-gray-300">
          {evidence.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-start justify-between gap-3 border-b border-solid-gray-300 py-3"
            >
              <div className="max-w-3xl">
                <p>
                  <span className="mr-2 text-std-16B-170">{EVIDENCE[one.kind]}</span>
                  {one.text}
                </p>
                <p className="text-dns-14N-130 text-solid-gray-800">
                  {[one.source && `出典 ${one.source}`, one.sectorName && `持ち寄った分野 ${one.sectorName}`]
                    .filter(Boolean)
                    .join("　")}
                </p>
              </div>
              {mayEdit ? <Remove thing="evidence" id={one.id} label="この根拠を消す" /> : null}
            </li>
          ))}
        </ul>
      </Section>
      {mayEdit ? (
        <Section title="根拠を加える">
          <OnceForm submit="根拠を加える">
            <SelectField
              label="種類"
              name="kind"
              defaultValue={actionData?.values.kind ?? "finding"}
              options={Object.entries(EVIDENCE).map(([value, label]) => ({ value, label }))}
            />
            <TextArea
              label="根拠"
              name="text"
              defaultValue={actionData?.values.text}
              errors={actionData?.errors.text}
            />
            <TextField label="出典" name="source" optional defaultValue={actionData?.values.source} />
            <SelectField
              label="持ち寄った分野"
              name="sector"
              optional
              empty="選ばない"
              options={sectors}
              defaultValue={actionData?.values.sector}
            />
          </OnceForm>
        </Section>
      ) : null}
      <Section title={`目標 ${goals.length}`}>
        <ul className="list-disc pl-6">
          {goals.map((goal) => (
            <li key={goal.id}>
              <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <p className="mt-3 flex flex-wrap items-center gap-6">
            <TextLink to={`${base}/goals/new?issue=${issue.id}`}>目標を立てる</TextLink>
            <Remove thing="issue" id={issue.id} label="この健康課題を消す" />
          </p>
        ) : null}
      </Section>
    </>
  );
}

function Remove({ thing, id, label }: { thing: string; id: string; label: string }) {
  return (
    <OnceForm submit={label} kind="danger" busy="消しています…">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="thing" value={thing} />
      <input type="hidden" name="id" value={id} />
    </OnceForm>
  );
}
