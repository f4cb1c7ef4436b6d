import { data, redirect } from "react-router";
import { fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Lines } from "#ui/lines.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { listComments } from "../comments/usecases.server.ts";
import { evaluate } from "../evaluations/usecases.server.ts";
import { getInitiative } from "../initiatives/usecases.server.ts";
import { fineKindLabel, initiativeKindLabel, STATUS, sessionsAndPeople } from "../messages.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/initiative";
import { commentAction } from "./comment-action.tsx";
import { Comments } from "./comments.tsx";
import { Evaluations } from "./evaluations.tsx";
import { InitiativeFacts } from "./initiative-facts.tsx";
import { Measures } from "./measures.tsx";
import { fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord } = await staffPlace(args);
  const found = shown(await getInitiative(app, actor, area.id, args.params.initiative));
  const { origin } = found.initiative;
  const from = origin?.path ? `/areas/${area.slug}/council/${origin.path}` : null;
  return {
    ...found,
    said: shown(await listComments(app, actor, area.id, { thing: "initiative", id: found.initiative.id })),
    onceKey: newId() as string,
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
  const { app, actor, area, base } = place;
  const initiativeId = args.params.initiative;
  const path = `${base}/initiatives/${initiativeId}`;
  const values = await fieldsOf(args.request);
  const said = await commentAction(place, { thing: "initiative", id: initiativeId }, values, path);
  if (said) return said;
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "initiative", initiativeId));
    throw redirect(`${base}?removed`);
  }
  const written = await evaluate(app, actor, area.id, { ...values, initiativeId });
  if (written.ok) throw redirect(`${path}#evaluations`);
  if (written.error.kind !== "invalid") throw data(null, { status: statusOf(written.error) });
  return data({ errors: written.error.fields, values }, { status: 422 });
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
            {mayEdit ? <ButtonLink to={`${path}/edit`}>直す</ButtonLink> : null}
            <ButtonLink to={base}>計画にもどる</ButtonLink>
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
      <Section title="活動">
        {activities.length === 0 ? <p>活動はまだありません。</p> : null}
        <Lines>
          {activities.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap justify-between gap-x-6 border-b border-solid-gray-300 py-2"
            >
              <span>
                <TextLink to={`${base}/activities/${one.id}`}>{one.title}</TextLink>
                <span className="ml-3">
                  {one.isTotal ? showFiscalYearJa(one.fiscalYear as never) : showDateJa(one.from)}
                </span>
              </span>
              <span className="tabular-nums">{sessionsAndPeople(one.sessions, one.participants)}</span>
            </li>
          ))}
        </Lines>
      </Section>
      <Evaluations
        evaluations={loaderData.evaluations}
        base={base}
        mayEdit={mayEdit}
        year={year}
        onceKey={loaderData.onceKey}
        typed={actionData && "values" in actionData ? actionData : undefined}
      />
      <Comments
        view={loaderData.said}
        onceKey={loaderData.onceKey}
        typed={actionData && "comment" in actionData ? actionData.comment : undefined}
      />
      {mayEdit ? (
        <div className="mt-10">
          <OnceForm submit="この事業を消す" kind="danger" busy="消しています…">
            <input type="hidden" name="intent" value="remove" />
          </OnceForm>
        </div>
      ) : null}
    </>
  );
}
