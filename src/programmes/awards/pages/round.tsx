import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { ROUND } from "../model/award.messages.ts";
import { onward } from "../model/onward.rules.ts";
import { Reason } from "../parts/entry-fields.tsx";
import { closeRound, dropCriterion, openRound, reopenRound } from "../rounds/award-round.commands.server.ts";
import { readRound } from "../rounds/award-round.queries.server.ts";
import type { Route } from "./+types/round";

export const handle = { japaneseOnly: true };

export async function loader({
  context,
  params: { area, round: id },
  url: { searchParams },
}: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = onward(searchParams);
  return { ...shown(await readRound(app, actor, { area, id })), query };
}

export async function action({ context, params: { area, round: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/awards/${id}`;
  return answerForm(request, [
    on(openRound, here),
    on(closeRound, here),
    on(reopenRound, here),
    on(dropCriterion, here),
  ]);
}

const STEPS = {
  draft: [["award-round.open", ROUND.open]],
  open: [["award-round.close", ROUND.close]],
  judging: [["award-round.reopen", ROUND.reopen]],
  decided: [],
} as const;

/** A round with its criteria; the secretariat moves it on. */
export default function Round({ loaderData: round, actionData }: Route.ComponentProps) {
  const base = `/areas/${round.area.slug}/awards/${round.id}`;
  return (
    <>
      <PageHead
        title={round.title}
        place={round.area.name}
        lead={round.stateName}
        actions={
          round.mayEnter ? (
            <ButtonLink to={`${base}/enter${round.query}`} kind={round.manages ? "secondary" : "primary"}>
              {ROUND.enter}
            </ButtonLink>
          ) : null
        }
      />
      {round.mayEnter ? <p>{ROUND.enterLead}</p> : null}
      <Facts
        items={[
          { name: ROUND.who, value: round.scheme.who },
          { name: ROUND.base, value: round.baseOn },
          { name: ROUND.closes, value: round.closesOn },
          { name: ROUND.ceremony, value: round.ceremony || null },
          { name: ROUND.based, value: `${round.scheme.based}（${round.scheme.edition}年版）` },
        ]}
      />
      {round.manages ? (
        <div className="no-print my-6 flex flex-wrap items-end gap-4">
          <ButtonLink to={`${base}/entries`}>{ROUND.entries}</ButtonLink>
          <ButtonLink to={`${base}/judging`}>{ROUND.judging}</ButtonLink>
          {round.state === "decided" ? null : <ButtonLink to={`${base}/edit`}>{ROUND.edit}</ButtonLink>}
          {STEPS[round.state].map(([command, submit]) => (
            <CommandForm
              key={command}
              {...{ command, submit }}
              answer={actionData}
              kind={command === "award-round.reopen" ? "secondary" : "primary"}
            />
          ))}
        </div>
      ) : null}
      {round.leastShare === null ? null : <p>{ROUND.share(round.leastShare)}</p>}
      {round.groups
        .filter(({ criteria }) => criteria.length > 0)
        .map(({ key, name, criteria }) => (
          <Section key={key} title={name}>
            <ul>
              {criteria.map((one) => (
                <li key={one.key} className="border-b border-solid-gray-300 py-2">
                  {one.text}
                  <span className="ml-2 text-dns-14N-130">{`${one.kind}・${ROUND.least(one.evidence)}`}</span>
                  {one.dropped ? <p>{ROUND.dropped(one.dropped)}</p> : null}
                  {round.manages && !one.dropped && round.state !== "decided" ? (
                    <Removal
                      command="award-round.drop"
                      answer={
                        answerFor(actionData, "award-round.drop")?.values.criterion === one.key
                          ? actionData
                          : undefined
                      }
                      open={ROUND.drop}
                      asks={ROUND.dropAsks}
                      submit={ROUND.drop}
                      busy={ROUND.dropBusy}
                      label={one.text}
                    >
                      <input type="hidden" name="criterion" value={one.key} />
                      <Reason label={ROUND.reason} />
                    </Removal>
                  ) : null}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      {round.scheme.bars.length > 0 ? (
        <Section title={ROUND.bars}>
          <ul className="list-disc pl-6">
            {round.scheme.bars.map((bar) => (
              <li key={bar}>{bar}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <p className="my-8">
        <TextLink to={`/areas/${round.area.slug}/awards`}>{ROUND.title}</TextLink>
      </p>
    </>
  );
}
