import { ChoiceField, SelectField, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Facts, Section } from "#ui/page.tsx";
import type { detailOf } from "../entries/resource-detail.present.ts";
import { DIRECTORY, STATE_NAMES } from "../entries/resource-page.messages.ts";
import { FIELD } from "../model/form.messages.ts";
import { GROUP_NAMES, INTAKE_NAMES, WAIT_NAMES } from "../model/resource.messages.ts";
import { FIELD_GROUPS, INTAKES, WAITS } from "../model/resource-lists.schema.ts";

type Detail = ReturnType<typeof detailOf>;
const GROUPS = FIELD_GROUPS.map((value) => ({ value, label: GROUP_NAMES[value].ja }));

/** Whether somebody is taken at present, and until when that holds. */
export function IntakeForm({
  values,
  answer,
  submit,
}: {
  values: Detail["intake"]["values"];
  answer: unknown;
  submit: string;
}) {
  const states = INTAKES.map((value) => ({ value, label: INTAKE_NAMES[value].ja }));
  const waits = WAITS.map((value) => ({ value, label: WAIT_NAMES[value].ja }));
  return (
    <CommandForm
      command="resource.set-intake"
      values={values}
      answer={answer}
      submit={submit}
      kind="secondary"
      labels={FIELD}
    >
      <ChoiceField label={FIELD.intake} name="intake" type="radio" options={states} />
      <SelectField label={FIELD.intakeWait} name="intakeWait" options={waits} />
      <DayField label={FIELD.until} name="until" optional />
      <div className="flex flex-wrap gap-x-6">
        <CountField label={FIELD.available} name="available" optional />
        <CountField label={FIELD.maximum} name="maximum" optional />
      </div>
    </CommandForm>
  );
}

/** What can be done with an entry beside changing its fields. */
export function ResourceSteps({
  one,
  intake,
  steps,
  mayAsk,
  answer,
}: Detail & { mayAsk: boolean; answer: unknown }) {
  const can = (step: string) => (steps as readonly string[]).includes(step);
  const reason = <TextField label={DIRECTORY.reason} name="reason" />;
  return (
    <>
      <Section title={DIRECTORY.intake} lead={DIRECTORY.intakeLead}>
        <p className="text-std-16B-170">{INTAKE_NAMES[intake.now].ja}</p>
        {!one.pushed && <IntakeForm values={intake.values} answer={answer} submit={DIRECTORY.intakeSave} />}
      </Section>
      <Section title={DIRECTORY.checks}>
        <Facts
          items={one.checks.map(({ group, on, by }) => ({
            name: GROUP_NAMES[group].ja,
            value: on ? `${on}${by ? DIRECTORY.by(by) : ""}` : DIRECTORY.neverChecked,
          }))}
        />
        <CommandForm command="resource.confirm" answer={answer} submit={DIRECTORY.confirm} kind="secondary">
          <ChoiceField label={DIRECTORY.confirmGroups} name="groups" type="checkbox" options={GROUPS} />
        </CommandForm>
        {mayAsk && one.hasMailbox && one.state === "listed" ? (
          <>
            <p>{`${DIRECTORY.askOwnerHint}${one.askedOn ? `${DIRECTORY.askedOn} ${one.askedOn}` : ""}`}</p>
            <OutwardForm
              command="resource.ask-owner"
              answer={answer}
              submit={DIRECTORY.askOwner}
              question={DIRECTORY.askOwnerQuestion}
            />
          </>
        ) : null}
      </Section>
      <Section
        title={DIRECTORY.steps}
        lead={`${DIRECTORY.state}: ${STATE_NAMES[one.state]}　${one.stateReason}`}
      >
        {can("withdraw") ? (
          <Folded summary={DIRECTORY.withdraw} open={false}>
            <p>{DIRECTORY.withdrawHint}</p>
            <CommandForm
              command="resource.withdraw"
              answer={answer}
              submit={DIRECTORY.withdraw}
              kind="danger"
            >
              {reason}
            </CommandForm>
          </Folded>
        ) : null}
        {can("unlist") ? (
          <Folded summary={DIRECTORY.unlist} open={false}>
            <p>{DIRECTORY.unlistHint}</p>
            <CommandForm command="resource.unlist" answer={answer} submit={DIRECTORY.unlist} kind="danger">
              {reason}
            </CommandForm>
          </Folded>
        ) : null}
        {can("relist") ? (
          <CommandForm command="resource.relist" answer={answer} submit={DIRECTORY.relist} kind="secondary" />
        ) : null}
        {can("unmerge") ? (
          <CommandForm
            command="resource.unmerge"
            answer={answer}
            submit={DIRECTORY.unmerge}
            kind="secondary"
          />
        ) : null}
      </Section>
    </>
  );
}

type Report = Readonly<{ id: string; words: string; on: string }>;

export const Reports = ({ reports, answer }: { reports: readonly Report[]; answer: unknown }) => (
  <Section title={DIRECTORY.reports}>
    {reports.length === 0 ? <p>{DIRECTORY.noReports}</p> : null}
    <Lines>
      {reports.map((one) => (
        <Line key={one.id}>
          <p className="max-w-2xl whitespace-pre-line">{`${one.on}　${one.words}`}</p>
          <CommandForm
            command="resource-report.settle"
            answer={answer}
            submit={DIRECTORY.settle}
            kind="secondary"
          >
            <input type="hidden" name="report" value={one.id} />
          </CommandForm>
        </Line>
      ))}
    </Lines>
  </Section>
);
