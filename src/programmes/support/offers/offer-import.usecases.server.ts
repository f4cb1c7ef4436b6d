import { areasAs } from "#foundation/actors/public.ts";
import { municipalitiesOf } from "#foundation/areas/public.ts";
import { also } from "#foundation/authority/public.ts";
import { foldedName, listOrganisations } from "#foundation/organisations/public.ts";
import { type TableImport, tableImports } from "#foundation/tables/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import {
  type ColumnChoices,
  type ColumnTable,
  type ColumnTaking,
  columnTable,
} from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import { noteChanges, selectChanges } from "#platform/tables/import-store.ts";
import { type SupportPermit, type SupportSubject, supportPolicy } from "../access.ts";
import { servicesOn } from "../model/chisanpo.rules.ts";
import { KIND_NAMES } from "../model/offer.messages.ts";
import type { OfferDraft, OfferId } from "../model/offer.schema.ts";
import { insertOffer, lockOffers, selectOffers, updateOffer } from "./offer.store.server.ts";
import {
  draftOfOffer,
  type ImportedOffer,
  type KnownOffers,
  offerKey,
  readOfferRow,
  repeatedOffer,
} from "./offer-import.rules.ts";
import { OFFER_COLUMNS, type OfferField } from "./offer-import.schema.ts";

const MOST_ROWS = 5_000;
const MOST_ORGANISATIONS = 10_000;

type Context = KnownOffers & Readonly<{ taking: ColumnTaking<SupportPermit> }>;
type Batch = ImportBatch<Meaning, ColumnChoices>;
/** What stood before; nothing where the offer is new. `version` is what the import wrote. */
type Before = Readonly<{ draft: OfferDraft | null; version: number }>;
type Withdrawn = Readonly<{ taken: number; kept: number }>;

const spec: ColumnTable<SupportPermit, OfferField, ImportedOffer, Context, Withdrawn> = {
  kind: "offers",
  columns: OFFER_COLUMNS,
  mostRows: MOST_ROWS,
  prepare: async (taking) => ({ taking, ...(await knownOffers(taking.permit, taking.batch.areaId)) }),
  read: readOfferRow,
  repeated: repeatedOffer,
  compare: async (_context, records) =>
    records.map((record) => {
      const { draft, stored } = record;
      const same = stored && JSON.stringify(ordered(draftOfOffer(stored))) === JSON.stringify(ordered(draft));
      return {
        record,
        effect: !stored ? "added" : same ? "unchanged" : "changed",
        cells: () => [
          draft.title,
          draft.parts.map((part) => part.organisationName).join("、"),
          KIND_NAMES[draft.kind].ja,
        ],
      };
    }),
  async insert({ taking: { permit, batch } }, planned) {
    const notes: { id: string; before: Before }[] = [];
    for (const { record } of planned) notes.push(await saveRow(permit, batch, record));
    await noteChanges(permit, batch, notes);
  },
  withdraw: takeBack,
};

/** The fields in one order, whatever order they came in. */
const ordered = (draft: OfferDraft) => Object.entries(draft).toSorted(([a], [b]) => a.localeCompare(b));

async function knownOffers(permit: SupportPermit, area: AreaId): Promise<KnownOffers> {
  const known = { folded: foldedName };
  const all = await listOrganisations(permit, { area, limit: MOST_ORGANISATIONS });
  const offers = await selectOffers(permit, area);
  return {
    ...known,
    organisations: new Map(all.map(({ id, name }) => [foldedName(name), { id, name }])),
    stored: new Map(
      offers.map((offer) => [
        offerKey({ title: offer.title, organisation: offer.parts[0]?.organisationId ?? "" }, known),
        offer,
      ]),
    ),
    towns: (await municipalitiesOf(permit, area)).map(({ id, name }) => ({ value: id, label: name })),
    services: servicesOn(permit.clock.today()),
  };
}

const subjectOf = (area: AreaId, id: OfferId, { parts }: Pick<OfferDraft, "parts">): SupportSubject => ({
  type: "offer",
  ...{ area, id, offering: parts.map((part) => part.organisationId) },
});

async function saveRow(permit: SupportPermit, batch: Batch, { draft, stored }: ImportedOffer) {
  const { areaId: area, createdBy } = batch;
  const id = stored?.id ?? newId<OfferId>();
  const written = { updatedAt: permit.clock.now(), updatedBy: createdBy };
  expectOk(
    await also(permit, supportPolicy, stored ? "offer.save" : "offer.add", subjectOf(area, id, draft)),
  );
  if (!stored) {
    await insertOffer(permit, area, id, draft, written);
    return { id, before: { draft: null, version: 1 } };
  }
  await lockOffers(permit, area, [id]);
  await updateOffer(permit, area, id, draft, written);
  return { id, before: { draft: draftOfOffer(stored), version: stored.version + 1 } };
}

/** Ends what an import added and writes again what it had changed, save where somebody has changed it since. */
async function takeBack(permit: SupportPermit, batch: Batch): Promise<Withdrawn> {
  const { areaId: area } = batch;
  const changes = await selectChanges<Before>(permit, batch);
  const ids = changes.map(({ rowId }) => rowId);
  await lockOffers(permit, area, ids);
  const stored = new Map((await selectOffers(permit, area, { ids })).map((one) => [one.id as string, one]));
  const written = { updatedAt: permit.clock.now(), updatedBy: batch.createdBy };
  let taken = 0;
  for (const { rowId, before } of changes) {
    const one = stored.get(rowId);
    if (!one || one.version !== before.version) continue;
    const ended = {
      ...draftOfOffer(one),
      published: false,
      endedOn: addDays(permit.clock.today(), -1),
    };
    const draft = before.draft ?? ended;
    expectOk(await also(permit, supportPolicy, "offer.save", subjectOf(area, one.id, draft)));
    await updateOffer(permit, area, one.id, draft, written);
    taken += 1;
  }
  return { taken, kept: changes.length - taken };
}

const OFFERS: TableImport<SupportPermit, Meaning, ColumnChoices, Withdrawn, undefined> = {
  table: columnTable(spec),
  policy: supportPolicy,
  prefix: "offer-import",
  reachOf: (actor) => (actor.kind === "person" ? areasAs(actor, "coordinator") : "all"),
  within: ({ area }) => ({ areas: [area], facts: [area] }),
  listed: (actor) => areasAs(actor, "coordinator"),
};

export const {
  beginImport: beginOfferImport,
  cancelImport: cancelOfferImport,
  checkImport: checkOfferImport,
  importJob: offerImportJob,
  importWhole: importOffers,
  listImports: listOfferImports,
  readImport: readOfferImport,
  rejectedFile: rejectedOffers,
  rematchImport: rematchOfferImport,
  runImport: runOfferImport,
  takeImport: takeOfferImport,
  withdrawImport: withdrawOfferImport,
} = tableImports(OFFERS);
