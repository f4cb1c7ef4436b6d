import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { saveEntry, submitEntry, withdrawEntry } from "../entries/award-entry.commands.server.ts";
import { readEntry } from "../entries/award-entry.queries.server.ts";
import { confirmEntry } from "../entries/confirmation.commands.server.ts";
import { settleAppeal } from "../judging/decision.commands.server.ts";
import { CONFIRMED_NAMES, ENTRY } from "../model/award.messages.ts";
import { CONFIRMED } from "../model/award-lists.schema.ts";
import { Reason } from "../parts/entry-fields.tsx";
import { EntryParts } from "../parts/entry-view.tsx";
import type { Route } from "./+types/entry-staff";

export async function loader({ context, params: { area, entry: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { entry: shown(await readEntry(app, actor, { area, id })), area };
}

export async function action({ context, params: { area, entry: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/award-entries/${id}`;
  return answerForm(request, [
    ...[on(saveEntry, here), on(submitEntry, here), on(withdrawEntry, here)],
    ...[on(confirmEntry, here), on(settleAppeal, here)],
  ]);
}

/** An entry for the secretariat, or for the workplace by its account: what was seen at a visit is written down here. */
export default function EntryStaff({ loaderData: { entry, area }, actionData }: Route.ComponentProps) {
  return (
    <div className="max-w-3xl">
      <PageHead title={`${ENTRY.title} ${entry.number}`} place={entry.round.title} />
      {entry.manages && entry.round.state !== "decided" ? (
        <Section title={ENTRY.confirm} lead={ENTRY.visitLead}>
          <CommandForm
            key={entry.lines.map(({ confirmed }) => confirmed ?? "-").join()}
            command="award-entry.confirm"
            answer={actionData}
            submit={ENTRY.confirm}
          >
            <SelectField
              label={ENTRY.criterion}
              name="criterion"
              options={entry.lines.map(({ key, text }) => ({ value: key, label: text }))}
            />
            <SelectField
              label={ENTRY.way}
              name="kind"
              options={CONFIRMED.map((value) => ({ value, label: CONFIRMED_NAMES[value] }))}
            />
            <TextField label={ENTRY.note} name="note" optional />
          </CommandForm>
        </Section>
      ) : null}
      {entry.manages && entry.appeal && !entry.answer ? (
        <Section title={ENTRY.settle} lead={entry.appeal}>
          <CommandForm command="award-entry.settle" answer={actionData} submit={ENTRY.settle}>
            <SelectField
              label={ENTRY.settleTier}
              name="tier"
              options={entry.tiers}
              empty={ENTRY.unchanged}
              optional
            />
            <Reason label={ENTRY.answer} />
          </CommandForm>
        </Section>
      ) : null}
      <EntryParts
        {...{ entry }}
        answer={actionData}
        certificate={`/areas/${area}/award-entries/${entry.id}/certificate`}
      />
    </div>
  );
}
