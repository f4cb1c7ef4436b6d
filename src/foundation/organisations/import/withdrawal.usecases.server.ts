import { also, type Permit } from "#foundation/authority/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { ColumnChoices } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import { renoteChange, selectChanges } from "#platform/tables/import-store.ts";
import { organisationPolicy, subjectOf } from "../access.ts";
import { historyOfOrganisation } from "../saving/store.server.ts";
import type { Draft, Organisation } from "../schema.ts";
import { changeDraft, getOrganisations } from "../usecases.server.ts";

/** What stood before an import wrote an organisation; nothing where it is new. `version` is what it wrote. */
export type Before = Readonly<{ draft: Draft | null; version: number }>;
/** The version that taking it back wrote. */
type After = Readonly<{ version: number }>;

/** How many organisations are as before again, and how many somebody has changed since. */
export type Withdrawn = Readonly<{ taken: number; kept: number }>;
type Batch = ImportBatch<Meaning, ColumnChoices>;

export const draftOf = ({
  id: _id,
  version: _version,
  updatedAt: _at,
  updatedBy: _by,
  ...draft
}: Organisation): Draft => draft;

/** Ends what an import added and writes again what it had changed, save where somebody has changed it since. */
export async function takeBack(permit: Permit, batch: Batch): Promise<Withdrawn> {
  const changes = await selectChanges<Before, After>(permit, batch);
  const yesterday = addDays(permit.clock.today(), -1);
  const stored = await getOrganisations(permit, idsOf(changes));
  let taken = 0;
  for (const { rowId, before } of changes) {
    const one = stored.get(rowId as OrganisationId);
    if (!one || one.version !== before.version) continue;
    if (!(await write(permit, one, before.draft ?? endedOn(draftOf(one), yesterday)))) continue;
    await renoteChange(permit, batch, rowId, { before, after: { version: one.version + 1 } });
    taken += 1;
  }
  return { taken, kept: changes.length - taken };
}

/** Writes again what the import had told, of those that nobody has changed since it was taken back. */
export async function bringBack(permit: Permit, batch: Batch): Promise<Withdrawn> {
  const changes = await selectChanges<Before, After>(permit, batch);
  const stored = await getOrganisations(permit, idsOf(changes));
  let taken = 0;
  for (const { rowId, before, after } of changes) {
    const one = stored.get(rowId as OrganisationId);
    if (!one || !after || one.version !== after.version) continue;
    // Each version is one entry of the history, at its own number.
    const history = await selectHistory(permit, historyOfOrganisation(one, one.id));
    const draft = history.find(({ position }) => position === before.version)?.detail as Draft | undefined;
    if (!draft || !(await write(permit, one, draft))) continue;
    await renoteChange(permit, batch, rowId, {
      before: { ...before, version: one.version + 1 },
      after: null,
    });
    taken += 1;
  }
  return { taken, kept: changes.length - taken };
}

const idsOf = (changes: readonly Readonly<{ rowId: string }>[]) =>
  changes.map(({ rowId }) => rowId as OrganisationId);

async function write(permit: Permit, one: Organisation, draft: Draft): Promise<boolean> {
  if (!organisationPolicy.may(permit.actor, "organisation.change", subjectOf(one))) return false;
  const changing = expectOk(await also(permit, organisationPolicy, "organisation.change", subjectOf(one)));
  expectOk(await changeDraft(changing, one, draft));
  return true;
}

const endedOn = (draft: Draft, day: Draft["validTo"]): Draft => ({
  ...draft,
  published: false,
  validFrom: draft.validFrom && day && draft.validFrom > day ? day : draft.validFrom,
  validTo: day,
});
