import type { ImportView } from "#foundation/tables/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { Tone } from "#platform/tables/layout-present.ts";
import { meaningValue, presentImport } from "#platform/tables/present.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { type ColumnMeaning, RECORD_ROLES, type RecordChoices } from "./record-column.schema.ts";
import type { Drift } from "./record-drift.rules.ts";
import { APART_LABELS, RECORD_PAGE, ROLE_LABELS } from "./record-import.messages.ts";

type Changes = Readonly<{
  records: number;
  years: readonly number[];
  left: readonly string[];
  drift: readonly Drift[];
}>;

/** What the page of one import of results shows: never a record, but for rows that are to be mended. */
export function presentRecords(view: ImportView<ColumnMeaning, RecordChoices>) {
  const { batch } = view;
  const { records = 0, years = [], left = [], drift = [] } = (batch.changes ?? {}) as Partial<Changes>;
  return {
    one: presentImport(view, optionsOf, [], {
      tone: ({ role }) => toneOf(role),
      apart: (kind) => APART_LABELS[kind] ?? kind,
    }),
    agreement: batch.choices.agreement ?? "",
    municipality: batch.choices.municipality ?? "",
    workplaceSize: batch.choices.workplaceSize ?? "",
    voluntary: batch.choices.voluntary ? "yes" : "",
    people:
      records > 0
        ? RECORD_PAGE.people(records, years.map((year) => showFiscalYearJa(fiscalYear(year))).join("、"))
        : "",
    left: left.length > 0 ? RECORD_PAGE.left(left) : "",
    drift: drift.map(({ item, label, unit, persons, now, before }) => ({
      ...{ key: item, label: `${label}（${unit}）`, persons },
      now: now.toFixed(1),
      before: before === null ? "" : before.toFixed(1),
    })),
  };
}

/** A column may mean what it was proposed to mean with its code, or anything else. */
const optionsOf = (proposed: ColumnMeaning) => [
  ...(proposed.code
    ? [{ value: meaningValue(proposed), label: `${labelOf(proposed.role)}（${proposed.code}）` }]
    : []),
  ...RECORD_ROLES.map((role) => ({ value: meaningValue({ role }), label: ROLE_LABELS[role] })),
  ...CHECKUP_ITEMS.map(({ key, label }) => ({ value: meaningValue({ role: key }), label })),
];
const labelOf = (role: string) => CHECKUP_ITEMS.find(({ key }) => key === role)?.label ?? role;

const WHO = ["person_key", "birth", "age", "sex", "identity"];
const toneOf = (role: string): Tone =>
  role === "ignore" || role === "marker"
    ? "none"
    : role === "exam_day" || role === "meal"
      ? "when"
      : role === "municipality"
        ? "where"
        : WHO.includes(role)
          ? "who"
          : "figure";
