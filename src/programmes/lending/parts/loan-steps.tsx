import type { OutputOf } from "#foundation/authority/public.ts";
import { ChoiceField, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { readLoan } from "../loans/loan.queries.server.ts";
import { LENDING, LOAN_PAGE } from "../loans/loan-page.messages.ts";
import { CONDITION_WORDS } from "../model/lending.messages.ts";

type Part = Readonly<{ loan: OutputOf<typeof readLoan>; answer: unknown }>;

const CONDITIONS = Object.entries(CONDITION_WORDS).map(([value, label]) => ({ value, label }));

/** A unit with what belongs to it. */
const thing = ({ model, number, accessories }: Part["loan"]["holds"][number]) =>
  `${model} ${number}${accessories ? `（${accessories}）` : ""}`;

/** What the office does with a loan, from the answer to the return. */
export function LoanSteps({ loan, answer }: Part) {
  const { state } = loan;
  return (
    <>
      {state === "asked" ? (
        <CommandForm command="lending-loan.promise" answer={answer} submit={LOAN_PAGE.promise} />
      ) : null}
      {state === "promised" ? (
        <Section title={LOAN_PAGE.handOver} lead={LOAN_PAGE.handOverLead}>
          <ul className="my-2 list-disc pl-6">
            {loan.holds.map((one) => (
              <li key={one.id}>{thing(one)}</li>
            ))}
          </ul>
          <CommandForm command="lending-loan.hand-over" answer={answer} submit={LOAN_PAGE.handOverSubmit}>
            <TextField label={LOAN_PAGE.signedBy} name="signedBy" />
          </CommandForm>
        </Section>
      ) : null}
      {state === "out" ? <Back {...{ loan, answer }} /> : null}
      {loan.holds
        .filter((one) => one.state === "cleaning")
        .map((one) => (
          <CommandForm
            key={one.id}
            command="lending-unit.clean"
            answer={answer}
            submit={LOAN_PAGE.cleanSubmit}
            kind="secondary"
            className="my-6"
            label={`${one.model} ${one.number} ${LOAN_PAGE.cleanSubmit}`}
          >
            <p className="my-2">{`${LOAN_PAGE.clean}: ${one.model} ${one.number}`}</p>
            <input type="hidden" name="hold" value={one.id} />
            {one.erases ? (
              <ChoiceField
                label=""
                name="erased"
                type="checkbox"
                options={[{ value: "true", label: LOAN_PAGE.erased }]}
              />
            ) : null}
          </CommandForm>
        ))}
      {state === "promised" || state === "out" ? (
        <Section title={LOAN_PAGE.extend}>
          <CommandForm
            command="lending-loan.extend"
            answer={answer}
            submit={LOAN_PAGE.extendSubmit}
            kind="secondary"
            values={{ untilTime: loan.times.untilTime }}
          >
            <DayField label={LENDING.until} name="until" />
            <TextField label={LENDING.untilTime} name="untilTime" type="time" />
          </CommandForm>
        </Section>
      ) : null}
      {state === "asked" || state === "promised" ? (
        <Removal
          command="lending-loan.refuse"
          answer={answer}
          open={LOAN_PAGE.refuse}
          asks={LOAN_PAGE.refuseAsks}
          submit={LOAN_PAGE.refuse}
          busy={LOAN_PAGE.refuseBusy}
        >
          <TextField label={LOAN_PAGE.refuseReason} name="answer" />
        </Removal>
      ) : null}
    </>
  );
}

/** Some or all come back, each in its state. */
function Back({ loan, answer }: Part) {
  return (
    <Section title={LOAN_PAGE.back} lead={LOAN_PAGE.backLead}>
      <CommandForm command="lending-loan.take-back" answer={answer} submit={LOAN_PAGE.backSubmit}>
        {loan.holds
          .filter((one) => one.state === "out")
          .map((one, row) => (
            <fieldset key={one.id} className="my-2 border-t border-solid-gray-300 pt-2">
              <legend>{thing(one)}</legend>
              <input type="hidden" name={`items.${row}.id`} value={one.id} />
              <SelectField
                label={LOAN_PAGE.condition}
                name={`items.${row}.condition`}
                options={CONDITIONS}
                empty=""
                required={false}
              />
              <TextField label={LOAN_PAGE.remark} name={`items.${row}.remark`} required={false} />
            </fieldset>
          ))}
      </CommandForm>
    </Section>
  );
}
