import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { declareConflicts, readDesk, scoreEntry } from "../judging/award-judge.usecases.server.ts";
import { ENTRY, JUDGING } from "../model/award.messages.ts";
import { ScoreForm } from "../parts/score-form.tsx";
import type { Route } from "./+types/judge";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { found: desk, ...dead } = await readByLink(app, token, "award-judge", (holder, at) =>
    readDesk(app, holder, at),
  );
  return desk ? data({ desk, area: null }) : data({ desk, area: null, ...dead }, { status: 404 });
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
export default function Judge({ loaderData: { desk, area }, actionData }: Route.ComponentProps) {
  if (!desk) {
    const rounds = area ? [{ to: `/areas/${area}/awards`, label: ENTRY.rounds }] : [];
    return (
      <DeadPage
        title={JUDGING.dead}
        why={JUDGING.deadWhy}
        ways={[...rounds, { to: "/", label: ENTRY.home }]}
      />
    );
  }
  return (
    <div className="max-w-3xl">
      <PageHead title={JUDGING.title} place={desk.round.title} lead={desk.area.name} />
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
