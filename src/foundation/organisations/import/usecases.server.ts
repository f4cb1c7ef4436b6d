import type { Actor } from "#foundation/actors/public.ts";
import { findArea, NATION } from "#foundation/areas/public.ts";
import { also, type Permit } from "#foundation/authority/public.ts";
import { DAYS_TO_RESTORE } from "#foundation/deletions/public.ts";
import { restores, type TableImport, tableImports } from "#foundation/tables/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { isUuid, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import {
  type ColumnChoices,
  type ColumnTable,
  type ColumnTaking,
  columnTable,
} from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import { noteChanges, selectWithdrawn } from "#platform/tables/import-store.ts";
import { organisationPolicy, subjectOf, writableAreas } from "../access.ts";
import { FIELD } from "../messages.ts";
import { differences } from "../rules.ts";
import type { Organisation } from "../schema.ts";
import { selectByNames } from "../store.server.ts";
import { addDraft, changeDraft, getOrganisations } from "../usecases.server.ts";
import { COLUMNS, type ImportField } from "./columns.schema.ts";
import { knownPlaces } from "./location.usecases.server.ts";
import {
  areaWordsOf,
  type ImportedOrganisation,
  type Known,
  pairKey,
  pairOf,
  readRow,
  repeated,
} from "./rules.ts";
import { type Before, bringBack, draftOf, takeBack, type Withdrawn } from "./withdrawal.usecases.server.ts";

/** The list of all clinics of the country has so many; a larger file was probably chosen by mistake. */
const MOST_ROWS = 200_000;

type Context = Known &
  Readonly<{
    taking: ColumnTaking<Permit>;
    areas: Map<string, AreaId>;
    byId: Map<OrganisationId, Organisation>;
    byName: Map<string, Organisation>;
  }>;

const spec: ColumnTable<Permit, ImportField, ImportedOrganisation, Context, Withdrawn> = {
  kind: "organisations",
  columns: COLUMNS,
  mostRows: MOST_ROWS,
  prepare: async (taking) => ({
    taking,
    areas: new Map(),
    byId: new Map(),
    byName: new Map(),
    reach: taking.batch.reach,
    ...(await knownPlaces(taking.permit, taking.batch)),
  }),
  async learn(context, rows) {
    const { permit } = context.taking;
    const { areas, byId, byName } = context;
    const words = rows.flatMap((row) => [row.text("areaId"), ...areaWordsOf(row.text("servedAreas"))]);
    for (const word of new Set(words)) {
      const area = areas.has(word) || word === "" ? undefined : await findArea(permit, word);
      if (area) areas.set(word, area.id);
    }
    const ids = rows.map((row) => row.text("id")).filter(isUuid) as OrganisationId[];
    const found = [
      ...(await getOrganisations(permit, ids)).values(),
      ...(await selectByNames(
        permit,
        rows.flatMap((row) => pairOf(row, context) ?? []),
      )),
    ];
    for (const one of await revived(permit, found)) {
      byId.set(one.id, one);
      byName.set(pairKey(one.areaId, one.name), one);
    }
  },
  read: readRow,
  repeated,
  compare: async (_context, records) =>
    records.map((record) => {
      const { draft, stored } = record;
      const changed = stored ? differences(stored, draft) : [];
      return {
        record,
        effect: !stored ? "added" : changed.length > 0 ? "changed" : "unchanged",
        cells: () => [draft.name, changed.map((field) => FIELD[field]).join("、")],
      };
    }),
  async insert({ taking: { permit, batch } }, planned) {
    const notes: { id: string; before: Before }[] = [];
    for (const { record } of planned) notes.push(await saveRow(permit, batch, record));
    await noteChanges(permit, batch, notes);
  },
  withdraw: takeBack,
  restore: { days: DAYS_TO_RESTORE, run: bringBack },
};

/** One that was ended by taking its import back is as if it had not ended, for a file that brings it again. */
async function revived(permit: Permit, found: readonly Organisation[]): Promise<Organisation[]> {
  const changes = await selectWithdrawn<Before>(
    permit,
    "organisations",
    found.map(({ id }) => id),
  );
  const ended = new Set(
    found
      .filter(({ id, version }) =>
        changes.some(({ rowId, before }) => rowId === id && !before.draft && before.version + 1 === version),
      )
      .map(({ id }) => id),
  );
  return found.map((one) => (ended.has(one.id) ? { ...one, validTo: null } : one));
}

async function saveRow(
  permit: Permit,
  { createdBy }: ImportBatch<Meaning, ColumnChoices>,
  row: ImportedOrganisation,
) {
  const { draft, stored } = row;
  const id = stored?.id ?? newId<OrganisationId>();
  const subject = subjectOf({ id, areaId: draft.areaId, published: draft.published });
  if (!stored) {
    const adding = expectOk(await also(permit, organisationPolicy, "organisation.add", subject));
    expectOk(await addDraft(adding, id, draft, "import", createdBy));
    return { id, before: { draft: null, version: 1 } };
  }
  const changing = expectOk(await also(permit, organisationPolicy, "organisation.change", subject));
  expectOk(await changeDraft(changing, stored, draft, createdBy));
  return { id, before: { draft: draftOf(stored), version: stored.version + 1 } };
}

/** The areas in which an actor may write organisations; the machine itself anywhere. */
const reachOf = (actor: Actor): ImportBatch["reach"] =>
  actor.kind === "service" ? "all" : writableAreas(actor);

/** The area in whose list an actor's imports stand. */
export function listAreaOf(actor: Actor): AreaId {
  const areas = reachOf(actor);
  return areas === "all" ? NATION : (areas[0] ?? NATION);
}

const ORGANISATIONS: TableImport<Permit, Meaning, ColumnChoices, Withdrawn, undefined> = {
  table: columnTable(spec),
  policy: organisationPolicy,
  prefix: "organisation-import",
  reachOf,
  within: ({ area, reach }) => ({ areas: [...new Set([area, ...reach])], facts: reach }),
  listed: reachOf,
};

export const {
  beginImport: beginOrganisationImport,
  cancelImport: cancelOrganisationImport,
  checkImport: checkOrganisationImport,
  importJob: organisationImportJob,
  importWhole: importOrganisations,
  listImports: listOrganisationImports,
  readImport: readOrganisationImport,
  rejectedFile: rejectedOrganisations,
  rematchImport: rematchOrganisationImport,
  runImport: runOrganisationImport,
  takeImport: takeOrganisationImport,
  withdrawImport: withdrawOrganisationImport,
} = tableImports(ORGANISATIONS);

export const restoreOrganisationImport = restores(ORGANISATIONS);
