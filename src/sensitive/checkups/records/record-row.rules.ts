import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { dayOfSerial, readDay } from "#platform/kernel/written-day.ts";
import { plainCell } from "#platform/tables/cells.ts";
import type { Problem } from "#platform/tables/import.ts";
import { isStatutoryOn } from "../data/checkup-item.schema.ts";
import { itemAt } from "../model/checkup-indicator.rules.ts";
import {
  ageAtEndOf,
  ageOn,
  type CheckupKind,
  kindOfCheckup,
  type ProviderKind,
} from "../model/checkup-kind.rules.ts";
import { type CheckupValue, readCheckupValue } from "../model/checkup-value.rules.ts";
import { MEALS, type Meal, SEXES } from "./record-code.rules.ts";
import { RECORD_MEND as MEND } from "./record-import.messages.ts";
import type { KeptColumn, RecordPlan } from "./record-plan.rules.ts";
import { sizeIn } from "./workplace-size.rules.ts";

/** One checkup of a file, as it is kept and counted. `values` stand by item, `cells` and `marks` by kept column. */
export type ReadRecord = Readonly<{
  line: number;
  personKey: string;
  examDay: PlainDate;
  fiscalYear: number;
  ageOnDay: number;
  ageAtEnd: number;
  sex: 1 | 2;
  kind: CheckupKind;
  municipality: string;
  size: number;
  industry: string;
  meal: Meal;
  values: readonly (CheckupValue | undefined)[];
  cells: readonly string[];
}>;

/** A value outside of what is usual, which somebody confirms or leaves out. */
export type OddValue = Readonly<{ key: string; column: string; raw: string }>;
export type RowRead =
  | Readonly<{ is: "record"; record: ReadRecord; odd: readonly OddValue[] }>
  | Readonly<{ is: "apart"; kind: string }>
  | Readonly<{ is: "skipped" }>
  /** `implausible`: not a slip of writing, but a value that nobody can have. */
  | Readonly<{ is: "wrong"; problems: readonly Problem[]; implausible: boolean }>
  | Readonly<{ is: "identified"; column: string }>;

export type RowContext = Readonly<{
  provider: ProviderKind;
  voluntary: boolean;
  /** Items that the law does not have on the day of the checkup are not kept. */
  statutoryOnly: boolean;
  today: PlainDate;
  /** The municipality of all rows without a column of their own. */
  municipality: string;
  size: number;
  /** What the cells of the municipality's column name. */
  placeOf(text: string): Readonly<{ id: string }> | Readonly<{ apart: string }> | Readonly<{ mend: string }>;
}>;

const KEY = /^[0-9a-f]{32}([0-9a-f]{32})?$/i;
const OLDEST = 120;
const DAYS_KEPT = 100_000;
const WIDEST_PULSE = 150;

export function rowReader(plan: RecordPlan, context: RowContext) {
  const { at, header } = plan;
  const days = new Map<string, PlainDate | undefined>();
  const dayOf = (text: string): PlainDate | undefined => {
    if (days.has(text)) return days.get(text);
    const plain = plainCell(text);
    const read = readDay(plain) ?? dayOfSerial(plain);
    const day = read === "no-such-day" ? undefined : read;
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(text, day);
    return day;
  };
  let marker: readonly string[] | undefined;

  return function read(line: number, cells: readonly string[]): RowRead {
    const problems: Problem[] = [];
    let implausible = false;
    const wrong = (position: number | undefined, mend: string) => {
      const value = position === undefined ? "" : (cells[position] ?? "").trim().slice(0, 100);
      problems.push({ column: position === undefined ? "" : header[position]!, value, mend });
    };
    const told = (role: keyof typeof at) => (at[role] === undefined ? "" : (cells[at[role]!] ?? "").trim());
    if (isExampleRow(cells)) return { is: "skipped" };
    for (const position of plan.identity) {
      const cell = (cells[position] ?? "").trim();
      if (cell !== "" && !/^(NULL|-|－)$/i.test(cell)) return { is: "identified", column: header[position]! };
    }
    if (plan.markers.length > 0) {
      const found = plan.markers.map((position) => (cells[position] ?? "").trim());
      marker ??= found;
      if (found.some((cell, i) => cell === "" || cell !== marker![i])) {
        wrong(plan.markers[0], MEND.shifted);
        return { is: "wrong", problems, implausible };
      }
    }

    // Units and notes under the header: nobody's row.
    if (
      ["person_key", "exam_day", "sex", "birth", "age", "age_at_end"].every(
        (role) => told(role as keyof typeof at) === "",
      )
    )
      return { is: "skipped" };
    const key = plainCell(told("person_key"));
    if (!KEY.test(key)) wrong(at.person_key, MEND.key);
    const examDay = dayOf(told("exam_day"));
    if (examDay === undefined) wrong(at.exam_day, MEND.day);
    else if (examDay > context.today) wrong(at.exam_day, MEND.future);
    const sex = SEXES.get(plainCell(told("sex")));
    if (sex === undefined) wrong(at.sex, MEND.sex);
    const ages = examDay === undefined ? undefined : agesOf(examDay);
    if (examDay !== undefined && !ages) wrong(at.birth ?? at.age, MEND.age);
    const place =
      at.municipality === undefined ? undefined : context.placeOf(plainCell(told("municipality")));
    if (place && "apart" in place) return { is: "apart", kind: place.apart };
    if (place && "mend" in place) wrong(at.municipality, place.mend);

    const values: (CheckupValue | undefined)[] = [];
    const kept: string[] = [];
    const odd: OddValue[] = [];
    for (const column of plan.kept) {
      const told = (cells[column.position] ?? "").trim();
      const lawful = !context.statutoryOnly || isStatutoryOn(column.item.key, examDay ?? context.today);
      const raw = lawful ? told : "";
      kept.push(raw);
      const value = readCheckupValue(column.item, raw);
      if (value === undefined) {
        wrong(column.position, MEND.unreadable(column.item.label));
        continue;
      }
      values[column.itemAt] = value;
      const judged = plausibility(column, value);
      if (judged === "impossible") {
        implausible = true;
        wrong(column.position, MEND.impossible(column.item.label, column.item.unit, column.item.possible!));
      } else if (judged === "odd") odd.push({ key: column.item.key, column: column.header, raw });
    }
    const mixed = mixedUp(plan.kept, values, kept);
    if (mixed) {
      implausible = true;
      wrong(mixed.position, mixed.mend);
    }
    if (problems.length > 0) return { is: "wrong", problems, implausible };
    const record: ReadRecord = {
      line,
      personKey: uuidOf(key),
      examDay: examDay!,
      fiscalYear: fiscalYearOf(examDay!),
      ...ages!,
      sex: sex!,
      kind: kindOfCheckup(context.provider, ages!.ageAtEnd, context.voluntary),
      municipality: place && "id" in place ? place.id : context.municipality,
      size: at.workplace_size === undefined ? context.size : sizeIn(told("workplace_size")),
      industry: plainCell(told("industry")).slice(0, 20),
      meal: MEALS.get(plainCell(told("meal"))),
      values,
      cells: kept,
    };
    return { is: "record", record, odd };

    function agesOf(day: PlainDate) {
      const birth = at.birth === undefined ? undefined : dayOf(told("birth"));
      if (birth !== undefined && birth <= day) {
        const ageOnDay = ageOn(birth, day);
        return ageOnDay > OLDEST ? undefined : { ageOnDay, ageAtEnd: ageAtEndOf(birth, fiscalYearOf(day)) };
      }
      const ageIn = (role: "age" | "age_at_end") => {
        const age =
          at[role] === undefined
            ? Number.NaN
            : Number(plainCell(told(role)).replace(/[歳才]$/, "") || Number.NaN);
        return Number.isInteger(age) && age >= 0 && age <= OLDEST ? age : undefined;
      };
      // Where the file tells one of the two alone, it stands for both.
      const [onDay, atEnd] = [ageIn("age"), ageIn("age_at_end")];
      const known = onDay ?? atEnd;
      return known === undefined ? undefined : { ageOnDay: known, ageAtEnd: atEnd ?? known };
    }
  };
}

/** The first half of the hash, as the database keeps it: enough to tell everybody of a country apart. */
export function uuidOf(hash: string): string {
  const hex = hash.toLowerCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const isExampleRow = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
  return first === "例" || first === "記入例" || first === "入力例";
};

function plausibility(
  { item }: KeptColumn,
  { mark, number }: CheckupValue,
): "impossible" | "odd" | undefined {
  if (item.kind !== "number" || Number.isNaN(number)) return undefined;
  const [low, high] = item.possible!;
  if (number < low || number > high) {
    // A bound says where the measure ends, which may lie outside.
    return mark === "=" ? "impossible" : undefined;
  }
  const [least, most] = item.usual!;
  return mark === "=" && (number < least || number > most) ? "odd" : undefined;
}

const SBP = itemAt("sbp");
const PAIRS = [
  [SBP, itemAt("dbp")],
  [itemAt("sbp_1"), itemAt("dbp_1")],
  [itemAt("sbp_2"), itemAt("dbp_2")],
] as const;
const HEIGHT = itemAt("height");
const WEIGHT = itemAt("weight");
const HAS_PART = /\.\d*[1-9]/;

/**
 * Values that stand under the wrong name: programs have put height and weight under the codes of blood pressure. Blood
 * pressure is a whole number, the upper lies over the lower, and the two are not height and weight of the same person.
 */
function mixedUp(
  kept: readonly KeptColumn[],
  values: readonly (CheckupValue | undefined)[],
  cells: readonly string[],
) {
  for (const [upper, lower] of PAIRS) {
    const [high, low] = [values[upper]?.number ?? Number.NaN, values[lower]?.number ?? Number.NaN];
    const where = kept.findIndex(({ itemAt: at }) => at === upper);
    if (where < 0) continue;
    const position = kept[where]!.position;
    const asBody = high === values[HEIGHT]?.number && low === values[WEIGHT]?.number;
    if (HAS_PART.test(cells[where]!) || asBody) return { position, mend: MEND.otherItem };
    if (low >= high) return { position, mend: MEND.pressureOrder };
    if (high - low > WIDEST_PULSE) return { position, mend: MEND.otherItem };
  }
  return undefined;
}
