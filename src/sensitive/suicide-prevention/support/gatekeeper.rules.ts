import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";
import { RULES } from "../model/prevention-data.schema.ts";

type TrainedRow = Readonly<{ district: string; heldOn: PlainDate; persons: number }>;
const MONTHS = 12;

export const refreshDue = (heldOn: PlainDate): PlainDate =>
  addMonths(heldOn, RULES.refreshAfterYears * MONTHS);

export type DistrictTrained = Readonly<{
  id: string;
  /** Null under ten, and where a training has not been held there: the two look alike. */
  persons: number | null;
  due: number | null;
}>;

/** Of each district who is trained, and for how many of them a refresher is due: ten and more alone. */
export function byDistrict(
  districts: readonly string[],
  rows: readonly TrainedRow[],
  today: PlainDate,
): DistrictTrained[] {
  const shown = (count: number) => (count >= RULES.leastOnMap ? count : null);
  const sum = (some: readonly TrainedRow[]) => some.reduce((all, { persons }) => all + persons, 0);
  return districts.map((id) => {
    const own = rows.filter(({ district }) => district === id);
    const due = own.filter(({ heldOn }) => refreshDue(heldOn) <= today);
    return { id, persons: shown(sum(own)), due: shown(sum(due)) };
  });
}
