import { areasAs, scopeOf } from "#foundation/actors/public.ts";
import { municipalitiesOf, searchAreas } from "#foundation/areas/public.ts";
import { foldedName, placesOf } from "#foundation/organisations/public.ts";
import { type TableImport, tableImports } from "#foundation/tables/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { pick } from "#platform/kernel/pick.ts";
import {
  type ColumnChoices,
  type ColumnTable,
  type ColumnTaking,
  columnTable,
} from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import { noteChanges, selectChanges } from "#platform/tables/import-store.ts";
import { type DirectoryPermit, directoryPolicy } from "../access.ts";
import { lockResources } from "../entries/resource.store.server.ts";
import { NO_HOURS } from "../model/hours.rules.ts";
import { checkedBy } from "../model/intake.rules.ts";
import { KIND_NAMES } from "../model/resource.messages.ts";
import { mayReturn, saysTheSame, WRITTEN } from "../model/resource.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import { FIELD_GROUPS } from "../model/resource-lists.schema.ts";
import {
  type ImportedResource,
  type KnownPlaces,
  readResourceRow,
  repeatedResource,
} from "./resource-import.rules.ts";
import { RESOURCE_COLUMNS, type ResourceField } from "./resource-import.schema.ts";
import {
  createResourceStaging,
  endRows,
  insertRows,
  noteChecked,
  relistRows,
  selectKnown,
  updateRows,
  type WrittenRow,
  withdrawAdded,
} from "./resource-import.store.server.ts";

const MOST_ROWS = 500_000;
const MORE_THAN_ALL = 5000;

type Batch = ImportBatch<Meaning, ColumnChoices>;
type Context = KnownPlaces & Readonly<{ taking: ColumnTaking<DirectoryPermit> }>;
/** A record beside what stands of it. */
type Matched = ImportedResource & { stored?: Resource };
type Before = Readonly<{ row: WrittenRow; version: number; ended?: boolean }>;
type Withdrawn = Readonly<{ taken: number; kept: number }>;

const NEW: Pick<Resource, (typeof WRITTEN)[number]> = {
  ...{ kind: "other", name: "", kana: "", provider: "", corporateNumber: "", description: "", topics: [] },
  ...{
    fee: "unknown",
    feeNote: "",
    phone: "",
    fax: "",
    website: "",
    access: "",
    postalCode: "",
    address: "",
  },
  ...{ municipality: null, latitude: null, longitude: null, hours: NO_HOURS },
};

const spec: ColumnTable<DirectoryPermit, ResourceField, Matched, Context, Withdrawn> = {
  kind: "resources",
  columns: RESOURCE_COLUMNS,
  mostRows: MOST_ROWS,
  async prepare(taking) {
    const { permit, batch } = taking;
    if (!taking.looking) await createResourceStaging(permit);
    const areas = [];
    for (const kind of ["prefecture", "municipality", "ward"] as const)
      areas.push(...(await searchAreas(permit, "", { kind, limit: MORE_THAN_ALL })));
    const inside = (await municipalitiesOf(permit, batch.areaId)).map(({ id }) => id as string);
    return { taking, places: placesOf(areas), inside: new Set(inside) };
  },
  read: readResourceRow,
  repeated: repeatedResource,
  async compare({ taking }, records) {
    const { permit, batch, looking } = taking;
    const known = await selectKnown(permit, batch.areaId, records);
    const byKey = new Map(known.flatMap((one) => (one.sourceKey ? [[one.sourceKey, one] as const] : [])));
    const byName = Map.groupBy(known, ({ nameKey }) => nameKey);
    const same: string[] = [];
    const planned = records.map((record) => {
      const stored =
        (record.sourceKey && byKey.get(record.sourceKey)) || byName.get(record.nameKey)?.find(isSame(record));
      const effect = !stored ? "added" : isLeft(stored, record) ? "unchanged" : "changed";
      if (stored?.source === "import" && stored.state === "listed" && effect === "unchanged")
        same.push(stored.id);
      const { name, kind, address } = record.draft;
      const cells = () => [name, KIND_NAMES[kind].ja, address ?? ""];
      return { record: stored ? { ...record, stored } : record, effect, cells } as const;
    });
    if (!looking && same.length > 0) await noteChecked(permit, batch.areaId, same, stampOf(permit, batch));
    return planned;
  },
  async insert({ taking: { permit, batch } }, planned) {
    const stamp = stampOf(permit, batch);
    const added = planned.filter(({ effect }) => effect === "added");
    const rows = added.map(({ record: { draft, sourceKey, nameKey } }) => {
      const id = newId() as string;
      return { ...NEW, ...draft, id, serviceId: id, sourceKey, nameKey };
    });
    await insertRows(permit, batch, rows, stamp);
    const changed = planned.flatMap(({ effect, record }) => (effect === "changed" ? [record] : []));
    await noteChanges(
      permit,
      batch,
      changed.map(({ stored }) => ({
        id: stored!.id,
        before: { row: rowOf(stored!), version: stored!.version + 1, ended: mayReturn(stored!) },
      })),
    );
    await updateRows(
      permit,
      batch,
      changed.map(({ stored, draft, sourceKey }) => ({ ...rowOf(stored!), ...draft, sourceKey })),
      stamp,
    );
    const back = changed.flatMap(({ stored }) => (mayReturn(stored!) ? [stored!.id] : []));
    await relistRows(permit, batch.areaId, back);
  },
  async withdraw(permit, batch) {
    const stamp = stampOf(permit, batch);
    const added = await withdrawAdded(permit, batch, stamp);
    const changes = await selectChanges<Before>(permit, batch);
    const held = await lockResources(
      permit,
      batch.areaId,
      changes.map(({ rowId }) => rowId),
    );
    const standing = new Map(held.map((one) => [one.id as string, one.version]));
    const own = changes.filter(({ rowId, before }) => standing.get(rowId) === before.version);
    await updateRows(
      permit,
      batch,
      own.map(({ before }) => before.row),
      stamp,
    );
    const ended = own.flatMap(({ rowId, before }) => (before.ended ? [rowId] : []));
    await endRows(permit, batch.areaId, ended, stamp);
    return { taken: added + own.length, kept: changes.length - own.length };
  },
};

const rowOf = (one: Resource): WrittenRow => pick(one, "id", "serviceId", "sourceKey", ...WRITTEN);

/** Of the same name: it is the same place where address or telephone agree, or one of the two says none. */
const isSame =
  ({ addressKey, phoneKey }: ImportedResource) =>
  (one: Resource & { phoneKey: string }): boolean =>
    addressKey === "" ||
    one.address === "" ||
    foldedName(one.address) === addressKey ||
    (phoneKey !== "" && one.phoneKey === phoneKey);

/**
 * What was typed by hand, or is in no list by somebody's word, stays as it is, also where a list says otherwise. What ended
 * with an import that was taken back is listed again.
 */
const isLeft = (stored: Resource, { draft }: ImportedResource): boolean =>
  stored.source !== "import" ||
  (stored.state !== "listed"
    ? !mayReturn(stored)
    : saysTheSame<Partial<Resource>>(stored, draft, Object.keys(draft) as (keyof Resource)[]));

function stampOf(permit: DirectoryPermit, { createdBy, fileName }: Batch) {
  const today = permit.clock.today();
  const checks = checkedBy({}, FIELD_GROUPS, { on: today, by: fileName });
  return { at: permit.clock.now(), by: createdBy || scopeOf(permit.actor).actor, today, checks };
}

const RESOURCES: TableImport<DirectoryPermit, Meaning, ColumnChoices, Withdrawn, undefined> = {
  table: { ...columnTable(spec), copies: true },
  policy: directoryPolicy,
  prefix: "resource-import",
  reachOf: (actor) => (actor.kind === "person" ? editedBy(actor) : "all"),
  within: ({ area }) => ({ areas: [area], facts: [area] }),
  listed: (actor) => (actor.kind === "person" ? editedBy(actor) : "all"),
};

const editedBy = (actor: Parameters<typeof areasAs>[0]) => areasAs(actor, "coordinator", "directory_editor");

export const {
  beginImport: beginResourceImport,
  cancelImport: cancelResourceImport,
  checkImport: checkResourceImport,
  importJob: resourceImportJob,
  importWhole: importResources,
  listImports: listResourceImports,
  readImport: readResourceImport,
  rejectedFile: rejectedResources,
  rematchImport: rematchResourceImport,
  runImport: runResourceImport,
  takeImport: takeResourceImport,
  withdrawImport: withdrawResourceImport,
} = tableImports(RESOURCES);
