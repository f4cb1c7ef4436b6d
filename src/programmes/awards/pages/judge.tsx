import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { declareConflicts, readDesk, scoreEntry } from "../judging/award-judge.usecases.server.ts";
import { ENTRY, JUDGING } from "../model/award.messages.ts";
import { ScoreForm } from "../parts/score-form.tsx";
import type { Route } from "./+types/judge";

export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "award-judge");
  if (!opened.ok) return data({ desk: null }, { status: 404 });
  const { area, subject: id } = opened.value.holder;
  return { desk: shown(await readDesk(app, opened.value.holder, { area: area!, id })) };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "award-judge"));
  const at = { area: holder.area!, id: holder.subject };
  const here = () => `/aj/${token}`;
  const onEntry = onTarget(app, holder, (input) => ({ ...at, entry: String(input.entry ?? "") }));
  return answerForm(request, [onTarget(app, holder, at)(declareConflicts, here), onEntry(scoreEntry, here)]);
}

/** What a judge has before them: names once, to say whom they are bound to; then numbers. */
export default function Judge({ loaderData: { desk }, actionData }: Route.ComponentProps) {
  if (!desk) return <Empty title={ENTRY.dead} />;
  return (
    <div className="max-w-3xl">
      <PageHead title={`${JUDGING.title}　${desk.round.title}`} lead={desk.area.name} />
      {desk.round.state === "judging" ? null : <p>{JUDGING.over}</p>}
      {desk.names.length > 0 ? (
        <>
          <p>{JUDGING.declareLead}</p>
          <p>{JUDGING.noneRelated}</p>
          <CommandForm command="award-review.declare" answer={actionData} submit={JUDGING.declare}>
            <ChoiceField
              label={JUDGING.related}
              name="related"
              type="checkbox"
              options={desk.names.map(({ id, workplace }) => ({ value: id, label: workplace }))}
            />
          </CommandForm>
        </>
      ) : (
        <p>{JUDGING.scoreLead}</p>
      )}
      {desk.entries.map((entry) => (
        <Section key={entry.id} title={`${entry.number}${entry.scored ? `（${JUDGING.scored}）` : ""}`}>
          {entry.barred ? (
            <p>{JUDGING.barred}</p>
          ) : (
            <>
              <ul>
                {entry.lines.map((line) => (
                  <li key={line.key}>
                    {`${line.met ? "✓" : "―"} ${line.text}`}
                    {line.note ? <p className="pl-6">{line.note}</p> : null}
                  </li>
                ))}
              </ul>
              {desk.round.state === "judging" ? (
                <ScoreForm {...{ entry, axes: desk.axes, answer: actionData }} />
              ) : null}
            </>
          )}
        </Section>
      ))}
    </div>
  );
}
