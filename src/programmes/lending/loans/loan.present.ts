import { showInstantJa } from "#platform/kernel/instant.ts";
import { addDays, type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { CONDITION_WORDS, LOAN_WORDS, WEEKDAYS } from "../model/lending.messages.ts";
import { asTaken, freeOf, instantAt, isOpen } from "../model/lending.rules.ts";
import type { Hold, Loan, Model, Office, Unit, Wish } from "../model/lending.schema.ts";

const DAYS_SHOWN = 28;

/** An office's rule as who asks reads it. */
export const officeView = (one: Office) => ({
  ...{ id: one.id, name: one.name, place: one.place, phone: one.phone, borrowers: one.borrowers },
  open: `${one.openOn.map((day) => WEEKDAYS[day - 1]).join("・")} ${one.opens}〜${one.closes}`,
  rule: `受取りの${one.leadDays}日前までにお申し込みください。貸出しは${one.countsOpen ? "窓口の開いている日で" : ""}${one.mostDays}日までです。`,
});

/** How many of a model are free on each of the next days on which the office is open. */
export function freeDays(
  office: Office,
  model: Model,
  units: readonly Unit[],
  busy: readonly Hold[],
  { today, now }: Readonly<{ today: PlainDate; now: Date }>,
) {
  const lent = units.filter((one) => one.modelId === model.id && one.state === "in_use").length;
  const taken = busy.filter((one) => one.modelId === model.id).map((one) => asTaken(one, now));
  const days = Array.from({ length: DAYS_SHOWN }, (_, n) => addDays(today, n + 1));
  return {
    ...{ id: model.id, name: model.name, note: model.note, units: lent },
    days: days
      .filter((day) => isOpen(office, day))
      .map((day) => {
        const span = { starts: instantAt(day, office.opens), busyUntil: instantAt(day, office.closes) };
        return { day: showDateJa(day), free: freeOf(lent, taken, span) };
      }),
  };
}

/** A loan as whoever asked sees it. */
export const loanView = (loan: Loan, wishes: readonly Wish[], models: readonly Model[]) => ({
  ...{ id: loan.id, number: loan.number, state: loan.state, stateName: LOAN_WORDS[loan.state] },
  ...{ starts: showInstantJa(loan.starts), ends: showInstantJa(loan.ends), answer: loan.answer },
  ...{ workplace: loan.workplace, contact: loan.contact, purpose: loan.purpose },
  things: wishes
    .map(({ modelId, wanted, kit }) => {
      const name = models.find(({ id }) => id === modelId)?.name ?? "";
      return `${name} ${wanted}台${kit ? `（${kit}）` : ""}`;
    })
    .join("、"),
});

/** What of a loan is where, for the office. */
export const holdView = (hold: Hold, models: readonly Model[], units: readonly Unit[]) => {
  const model = models.find(({ id }) => id === hold.modelId);
  return {
    ...{ id: hold.id, state: hold.state, model: model?.name ?? "", remark: hold.remark },
    ...{
      number: units.find(({ id }) => id === hold.unitId)?.number ?? "",
      erases: model?.storesReadings ?? false,
    },
    accessories: (model?.accessories ?? []).join("・"),
    condition: hold.condition === "" ? "" : CONDITION_WORDS[hold.condition as keyof typeof CONDITION_WORDS],
  };
};

/** A loan in the list of the office. */
export const loanRow = (loan: Loan, now: Date) => ({
  ...{ id: loan.id, number: loan.number, workplace: loan.workplace, stateName: LOAN_WORDS[loan.state] },
  ...{ starts: showInstantJa(loan.starts), ends: showInstantJa(loan.ends) },
  late: loan.state === "out" && loan.ends < now,
});
