import { areasAs } from "#foundation/actors/public.ts";
import { tableImports } from "#foundation/tables/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type FieldErrors, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { columnField } from "#platform/tables/messages.ts";
import type { TableIn } from "#platform/tables/table-in.ts";
import { type CheckupPermit, checkupPolicy } from "../access.ts";
import { AGREEMENT_ERRORS } from "../agreements/provider-agreement.messages.ts";
import { isInForce } from "../agreements/provider-agreement.rules.ts";
import { findAgreement } from "../agreements/provider-agreement.store.server.ts";
import { cdaToCsv, keyOfHashed } from "../cda/cda-file.usecases.server.ts";
import { deletePart } from "../cube/cube.store.server.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { createTouched, touchKnown, withdrawRecords } from "./record.store.server.ts";
import { ColumnMeaning, RecordChoices } from "./record-column.schema.ts";
import { identifyingColumns, isKnownName, meaningOf, meaningsOf } from "./record-header.rules.ts";
import {
  RECORD_DOUBLED,
  RECORD_GAPS,
  RECORD_SHIFTED,
  RECORD_STOP,
  ROLE_LABELS,
} from "./record-import.messages.ts";
import { doubledRoles, missingRoles, shiftedMarkers } from "./record-plan.rules.ts";
import { settleTouched } from "./record-settle.usecases.server.ts";
import { openRecords } from "./record-taking.usecases.server.ts";

export const CHECKUPS = "checkups";
const AT_ONCE_BYTES = 1024 * 1024;

const LABELS = new Map([
  ...Object.entries(ROLE_LABELS),
  ...CHECKUP_ITEMS.map(({ key, label }) => [key, label] as const),
]);
const ROLE_OF_LABEL = new Map([...LABELS].map(([role, label]) => [label, role]));

export const RECORDS: TableIn<CheckupPermit, ColumnMeaning, RecordChoices, Readonly<{ removed: number }>> = {
  kind: CHECKUPS,
  meaning: ColumnMeaning,
  choices: RecordChoices,
  choicesOf: (text) => ({
    agreement: text("agreement") || undefined,
    municipality: text("municipality") || undefined,
    workplaceSize: text("workplaceSize") || undefined,
    voluntary: text("voluntary") === "yes",
  }),
  unpack: (path, csv) => cdaToCsv(path, csv, keyOfHashed),
  knows: async () => isKnownName,
  propose: async (_permit, { header }, choices) => ({ mapping: meaningsOf(header), choices }),
  async readMeaning(_permit, text) {
    const role = ROLE_OF_LABEL.get(text) ?? (LABELS.has(text) ? text : meaningOf(text).role);
    return { role };
  },
  refuses({ header, mapping, sample }) {
    const found = identifyingColumns(header, mapping, sample);
    return found.length > 0 ? RECORD_STOP.identified(found) : undefined;
  },
  gaps: ({ mapping, choices }, header) => gapsOf(mapping, choices, header),
  resolve: agreed,
  open: openRecords,
  async withdraw(permit, { areaId, id, choices }) {
    await createTouched(permit);
    await touchKnown(permit, { areaId, id }, choices.agreement!);
    const removed = await withdrawRecords(permit, { areaId, id });
    await deletePart(permit, areaId, id);
    await settleTouched(permit, areaId, choices.agreement!, undefined);
    return { removed };
  },
  atOnceBytes: AT_ONCE_BYTES,
  checksAtOnce: true,
  copies: true,
};

function gapsOf(
  mapping: readonly ColumnMeaning[],
  choices: RecordChoices,
  header: readonly string[],
): FieldErrors {
  const errors: [string, string][] = missingRoles(mapping).map((role) => [
    columnField(0),
    RECORD_GAPS[role]!,
  ]);
  for (const at of doubledRoles(mapping)) errors.push([columnField(at), RECORD_DOUBLED]);
  const shifted = shiftedMarkers(header);
  if (shifted.length > 0) errors.push([columnField(0), RECORD_SHIFTED(shifted)]);
  if (!choices.agreement) errors.push(["agreement", AGREEMENT_ERRORS.none]);
  return Object.fromEntries(
    [...Map.groupBy(errors, ([field]) => field)].map(([field, own]) => [field, own.map(([, mend]) => mend)]),
  );
}

/** No file without an agreement that is in force today. */
async function agreed(permit: CheckupPermit, choices: RecordChoices): Promise<Result<RecordChoices>> {
  const agreement = choices.agreement ? await findAgreement(permit, choices.agreement) : undefined;
  if (!agreement) return invalid({ agreement: [AGREEMENT_ERRORS.none] });
  if (!isInForce(agreement, permit.clock.today()))
    return invalid({ agreement: [AGREEMENT_ERRORS.notInForce(agreement.provider)] });
  return ok(choices);
}

export const {
  beginImport: beginCheckupImport,
  cancelImport: cancelCheckupImport,
  checkImport: checkCheckupImport,
  importJob: checkupImportJob,
  importWhole: importCheckups,
  listImports: listCheckupImports,
  readImport: readCheckupImport,
  rejectedFile: rejectedCheckups,
  rematchImport: rematchCheckupImport,
  runImport: runCheckupImport,
  takeImport: takeCheckupImport,
  withdrawImport: withdrawCheckupImport,
} = tableImports({
  table: RECORDS,
  policy: checkupPolicy,
  prefix: "checkup-import",
  reachOf: (actor) => (actor.kind === "person" ? areasAs(actor, "analyst") : "all"),
  within: ({ area }) => ({ areas: [area], facts: [area], roles: [`${area}:analyst`] }),
  listed: (actor) => areasAs(actor, "analyst") as AreaId[],
});
