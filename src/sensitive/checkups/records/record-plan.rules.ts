import type { AgreedItem } from "../agreements/provider-agreement.schema.ts";
import { CHECKUP_ITEMS, type CheckupItem } from "../data/checkup-item.schema.ts";
import type { ColumnMeaning, RecordRole } from "./record-column.schema.ts";
import { placeOfMarker } from "./record-header.rules.ts";

/** A column of which the cells are kept. */
export type KeptColumn = Readonly<{
  position: number;
  header: string;
  itemAt: number;
  item: CheckupItem;
  code: string;
}>;

/** How the rows of one file are read. */
export type RecordPlan = Readonly<{
  header: readonly string[];
  at: Readonly<Partial<Record<RecordRole, number>>>;
  kept: readonly KeptColumn[];
  markers: readonly number[];
  identity: readonly number[];
  /** Items of the file that were not agreed, by their labels: their cells are not kept. */
  left: readonly string[];
}>;

export function planRecords(
  header: readonly string[],
  mapping: readonly ColumnMeaning[],
  agreed: ReadonlySet<AgreedItem>,
): RecordPlan {
  const at: Partial<Record<RecordRole, number>> = {};
  const kept: KeptColumn[] = [];
  const left: string[] = [];
  mapping.forEach(({ role, code = "" }, position) => {
    const itemAt = CHECKUP_ITEMS.findIndex(({ key }) => key === role);
    if (itemAt < 0) {
      const workplace = role === "workplace_size" || role === "industry";
      const wanted = workplace ? "workplace" : role === "municipality" ? "municipality" : undefined;
      if (wanted === undefined || agreed.has(wanted)) at[role as RecordRole] ??= position;
      else left.push(header[position]!);
      return;
    }
    const item = CHECKUP_ITEMS[itemAt]!;
    if (agreed.has(item.group)) kept.push({ position, header: header[position]!, itemAt, item, code });
    else left.push(item.label);
  });
  const ofRole = (role: RecordRole) =>
    mapping.flatMap((one, position) => (one.role === role ? [position] : []));
  return { header, at, kept, left, markers: ofRole("marker"), identity: ofRole("identity") };
}

/** What still has to be said before rows can be read: whose results, of which day, of which sex and age. */
export function missingRoles(mapping: readonly Pick<ColumnMeaning, "role">[]): RecordRole[] {
  const has = (role: RecordRole) => mapping.some((one) => one.role === role);
  const missing: RecordRole[] = (["person_key", "exam_day", "sex"] as const).filter((role) => !has(role));
  return has("birth") || has("age") || has("age_at_end") ? missing : [...missing, "birth"];
}

/** Roles that two columns claim. */
export function doubledRoles(mapping: readonly Pick<ColumnMeaning, "role">[]): number[] {
  const seen = new Set<string>();
  return mapping.flatMap(({ role }, at) => {
    if (role === "ignore" || role === "identity" || role === "marker") return [];
    if (seen.has(role)) return [at];
    seen.add(role);
    return [];
  });
}

/** Markers of a layout that stand at another place than their names say: columns were lost or added. */
export const shiftedMarkers = (header: readonly string[]): string[] =>
  header.filter((name, at) => {
    const place = placeOfMarker(name);
    return place !== undefined && place !== at + 1;
  });
