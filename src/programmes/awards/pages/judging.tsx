import { onRow, onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { listEntries } from "../entries/award-entry.queries.server.ts";
import { readBoard } from "../judging/award-board.queries.server.ts";
import { addJudge, removeJudge } from "../judging/award-judge.usecases.server.ts";
import { decideRound } from "../judging/decision.commands.server.ts";
import { HONOURS, JUDGING } from "../model/award.messages.ts";
import { BoardTable } from "../parts/board-table.tsx";
import { DecisionSummary } from "../parts/decision-summary.tsx";
import type { Route } from "./+types/judging";

export async function loader({ context, params: { area, round: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const board = shown(await readBoard(app, actor, { area, id }));
  const token = url.searchParams.get("judge");
  const entered = board.state === "judging" ? shown(await listEntries(app, actor, { area, id })).rows : [];
  return {
    ...board,
    names: Object.fromEntries(entered.map((one) => [one.id, one.workplace])),
    base: `/areas/${area}/awards/${id}`,
    link: token && `${app.config.origin}/aj/${encodeURIComponent(token)}`,
  };
}

export async function action({ context, params: { area, round: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const here = `/areas/${area}/awards/${id}/judging`;
  return answerForm(request, [
    onTarget(app, actor, { area, round: id })(addJudge, ({ token }) => `${here}?judge=${token}`),
    onRow(app, actor, { area })(removeJudge, () => here),
    onTarget(app, actor, { area, id })(decideRound, () => here),
  ]);
}

/** Judges and their progress, the board by number, and the decision. */
export default function Judging({ loaderData, actionData }: Route.ComponentProps) {
  const { title, state, judges, rows, names, tiers, decided, base, link } = loaderData;
  return (
    <>
      <PageHead
        title={JUDGING.title}
        place={title}
        actions={
          state === "decided" ? (
            <ButtonLink to={`${base}/press`} reload>
              {HONOURS.press}
            </ButtonLink>
          ) : null
        }
      />
      {decided ? <Notice kind="success" title={decided} /> : null}
      {link ? (
        <Notice title={JUDGING.link}>
          <p className="break-all">{link}</p>
        </Notice>
      ) : null}
      <Section title={JUDGING.judges}>
        <ul>
          {judges.map((one) => (
            <li key={one.id} className="border-b border-solid-gray-300 py-2">
              {`${one.name}（${one.affiliation || "―"}） ${JUDGING.progress(one.done, rows.length)}`}
              {state === "decided" ? null : (
                <Removal
                  command="award-judge.remove"
                  answer={
                    answerFor(actionData, "award-judge.remove")?.values.id === one.id ? actionData : undefined
                  }
                  open={JUDGING.remove}
                  asks={JUDGING.removeAsks(one.name)}
                  submit={JUDGING.remove}
                  busy={JUDGING.removeBusy}
                  label={`${one.name} ${JUDGING.remove}`}
                >
                  <input type="hidden" name="id" value={one.id} />
                </Removal>
              )}
            </li>
          ))}
        </ul>
        {state === "decided" ? null : (
          <CommandForm
            key={judges.length}
            command="award-judge.add"
            answer={actionData}
            submit={JUDGING.addJudge}
            kind="secondary"
          >
            <TextField label={JUDGING.name} name="name" />
            <TextField label={JUDGING.affiliation} name="affiliation" optional />
          </CommandForm>
        )}
      </Section>
      <Section title={JUDGING.board}>
        {rows.length === 0 ? <Empty title={JUDGING.nobody} /> : <BoardTable rows={rows} tiers={tiers} />}
      </Section>
      {state === "judging" && rows.length > 0 ? (
        <Section title={JUDGING.tier}>
          <OutwardForm
            command="award-round.decide"
            answer={actionData}
            submit={JUDGING.decide}
            question={JUDGING.decideQuestion}
            summary={<DecisionSummary {...{ rows, names, tiers }} answer={actionData} />}
            change={JUDGING.change}
          >
            {rows.map((row) => (
              <div key={row.id} className="border-b border-solid-gray-300">
                <SelectField
                  label={`${row.number}（${row.sizeClass}） ${JUDGING.tier}`}
                  name={`tier-${row.id}`}
                  options={tiers}
                  empty={JUDGING.noTier}
                  optional
                />
                <TextField label={`${row.number} ${JUDGING.why}`} name={`why-${row.id}`} optional />
              </div>
            ))}
          </OutwardForm>
        </Section>
      ) : null}
    </>
  );
}
