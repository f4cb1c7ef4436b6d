import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { OFFICE, PLEDGES } from "../model/pledge.messages.ts";
import { planPledge, refusePledge, showPledge } from "../promises/pledge.commands.server.ts";
import { listPledges } from "../promises/pledge.queries.server.ts";
import type { Route } from "./+types/pledges";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { ...shown(await listPledges(app, actor, { area })), base: `/areas/${area}` };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onRow(app, actor, { area });
  const here = () => `/areas/${area}/pledges`;
  return answerForm(request, [on(showPledge, here), on(refusePledge, here), on(planPledge, here)]);
}

/** What is offered to be public, for the secretariat to look at. */
export default function Pledges({ loaderData: { rows, base }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={OFFICE.title}
        lead={OFFICE.lead}
        actions={
          <>
            <ButtonLink to={`${base}/act-questions`}>{OFFICE.questions}</ButtonLink>
            <ButtonLink to={`${base}/acts`}>{PLEDGES.ja.title}</ButtonLink>
          </>
        }
      />
      {rows.length === 0 ? <Empty title={OFFICE.none} /> : null}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-solid-gray-300 py-4">
            <p className="text-std-16B-170">
              {row.name}
              <span className="ml-3 text-dns-14N-130">{`${row.tier}・${row.year}・${row.stateName}`}</span>
            </p>
            <p>{row.action}</p>
            {row.doneOn ? <p>{PLEDGES.ja.finished(row.doneOn)}</p> : null}
            {row.initiative ? (
              <TextLink to={`${base}/plan/initiatives/${row.initiative}`}>{OFFICE.planned}</TextLink>
            ) : null}
            <div className="mt-2 flex flex-wrap items-start gap-3">
              {row.state === "listed" ? null : (
                <Act {...{ row }} name="pledge.show" submit={OFFICE.show} answer={actionData} />
              )}
              {row.plans ? (
                <Act {...{ row }} name="pledge.plan" submit={OFFICE.plan} answer={actionData} />
              ) : null}
              {row.state === "refused" ? null : (
                <Act {...{ row }} name="pledge.refuse" submit={OFFICE.refuse} answer={actionData} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Act({
  row,
  name,
  submit,
  answer,
}: {
  row: Readonly<{ id: string; name: string }>;
  name: string;
  submit: string;
  answer: unknown;
}) {
  const own = answerFor(answer, name)?.values.id === row.id ? answer : undefined;
  return (
    <CommandForm command={name} answer={own} submit={submit} kind="secondary" label={`${row.name} ${submit}`}>
      <input type="hidden" name="id" value={row.id} />
    </CommandForm>
  );
}
