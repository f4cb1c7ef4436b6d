import type { ImportView } from "#foundation/tables/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { ColumnChoices, RowChanges } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import { columnOptions, presentImport } from "#platform/tables/present.ts";
import { number, showYear } from "../model/plan.messages.ts";
import { WITHDRAWAL } from "./activity-import.messages.ts";
import { COLUMNS } from "./activity-import.rules.ts";

/** How many of its activities go and stay where an import is taken back, or went and stayed. */
type Standing = Readonly<Record<"removed" | "reverted" | "kept" | "gone", number>>;
type Changes = Partial<RowChanges> & Readonly<{ from?: number; to?: number }>;

const OPTIONS = columnOptions(COLUMNS);

/** What the page of one import of past activities shows; `restorable` as the day has it. */
export function presentActivityImport(
  view: ImportView<Meaning, ColumnChoices, Standing>,
  restorable: boolean,
) {
  const { batch, more, stateWho } = view;
  const { rows = [], from, to } = (batch.changes ?? {}) as Changes;
  const withdrawn = batch.state === "withdrawn";
  const words = WITHDRAWAL.activities(withdrawn);
  return {
    one: presentImport(view, () => OPTIONS, restorable ? [] : ["restore"]),
    host: batch.choices.forAll?.host ?? "",
    rows,
    years: from === undefined || to === undefined ? "" : [...new Set([from, to])].map(showYear).join("〜"),
    withdrawn: withdrawn ? WITHDRAWAL.withdrawn(showInstantJa(batch.stateSince), stateWho) : null,
    restorable,
    goes: more.removed + more.reverted,
    standing: (["removed", "reverted", "kept", "gone"] as const)
      .filter((what) => what === "removed" || more[what] > 0)
      .map((what) => ({ name: words[what], value: `${number(more[what])}件` })),
  };
}
export type ActivityImportShown = ReturnType<typeof presentActivityImport>;
