import type { OutputOf } from "#foundation/authority/public.ts";
import { TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { readLoan } from "../loans/loan.queries.server.ts";
import { LENDING, LOAN_PAGE } from "../loans/loan-page.messages.ts";

type Part = Readonly<{ loan: OutputOf<typeof readLoan>; answer: unknown }>;

/** A loan as whoever asked sees it, with what they can do about it. */
export function LoanFacts({ loan, answer }: Part) {
  const open = loan.state === "short" || loan.state === "asked" || loan.state === "promised";
  return (
    <>
      <p className="my-4 text-std-20B-160">{loan.stateName}</p>
      {loan.state === "short" ? <Notice kind="warning" title={LOAN_PAGE.short} /> : null}
      <Facts
        items={[
          { name: LOAN_PAGE.number, value: <strong>{loan.number}</strong> },
          { name: LOAN_PAGE.things, value: loan.things },
          { name: LOAN_PAGE.span, value: `${loan.starts} 〜 ${loan.ends}` },
          {
            name: LOAN_PAGE.office,
            value: [loan.office.name, loan.office.place, loan.office.phone].filter(Boolean).join("、"),
          },
          { name: LOAN_PAGE.workplace, value: [loan.workplace, loan.contact].filter(Boolean).join("、") },
          { name: LOAN_PAGE.purpose, value: loan.purpose },
          ...(loan.answer ? [{ name: LOAN_PAGE.answer, value: loan.answer }] : []),
        ]}
      />
      {open ? (
        <>
          <Section title={LOAN_PAGE.move} lead={loan.office.rule}>
            <CommandForm
              command="lending-loan.move"
              answer={answer}
              submit={LOAN_PAGE.moveSubmit}
              kind="secondary"
              values={loan.times}
            >
              <DayFields />
            </CommandForm>
          </Section>
          <Removal
            command="lending-loan.cancel"
            answer={answer}
            open={LOAN_PAGE.cancel}
            asks={LOAN_PAGE.cancelAsks}
            submit={LOAN_PAGE.cancel}
            busy={LOAN_PAGE.cancelBusy}
          />
        </>
      ) : null}
    </>
  );
}

/** From when to when. */
export function DayFields() {
  return (
    <>
      <DayField label={LENDING.from} name="from" />
      <TextField label={LENDING.fromTime} name="fromTime" type="time" />
      <DayField label={LENDING.until} name="until" />
      <TextField label={LENDING.untilTime} name="untilTime" type="time" />
    </>
  );
}
