import { rm } from "node:fs/promises";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { findArea, getAreas, NATION } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { inspectCsvFile } from "#platform/files/csv-file.ts";
import { CsvBroken, readRecords } from "#platform/files/csv-reader.ts";
import { askFor } from "#platform/jobs/jobs.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import type { ImportId } from "../observations/schema.ts";
import { importAreas, importPolicy } from "./access.ts";
import { headerDigest, headerProblem, proposal, tidyHeader } from "./beginning/rules.ts";
import { gapsOf } from "./columns/rules.ts";
import { findSavedMapping, saveMapping } from "./columns/store.server.ts";
import {
  BAD_CHOICE,
  BAD_ROWS,
  GAP_SENTENCE,
  NO_HEADER,
  NOT_IN_STATE,
  unreadableSentence,
} from "./messages.ts";
import { type ImportAction, mayInState } from "./rules.ts";
import { fileOf, importJob } from "./run/usecases.server.ts";
import type { Choices, ImportBatch, Mapping } from "./schema.ts";
import { findBatch, insertBatch, updateBatch } from "./store.server.ts";

export type BroughtFile = Readonly<{ id: ImportId; path: string; name: string }>;

/** The id of an import to come, under which its file is put down first. */
export const newImportId = (): ImportId => newId<ImportId>();

/**
 * Begins an import of a file that lies on the disk: looks at what it is and proposes what its columns hold. A file
 * that can't be read at all is refused with one sentence and leaves nothing behind.
 */
export async function beginImport(
  app: App,
  actor: Actor,
  file: BroughtFile,
  given: Readonly<{ area: AreaId; choices: Choices }>,
): Promise<Result<ImportBatch>> {
  const inspected = await inspectCsvFile(file.path);
  if (!inspected.ok) return invalid({ file: [unreadableSentence(inspected.error)] });
  const { encoding, delimiter, bytes, sha256 } = inspected.value;
  const head = await firstRecords(file.path, inspected.value);
  if (!head.ok) return head;
  const header = tidyHeader(head.value[0] ?? []);
  const wrong = headerProblem(header);
  if (wrong) return invalid({ file: [wrong] });

  return act(app, actor, async (unit) => {
    // Words that name no area must not become one, in the list of imports or in the log.
    const places = await getAreas(unit, [given.area]);
    if (!places.has(given.area)) return invalid({ area: [BAD_CHOICE.area] });
    const permit = await authorise(unit, importPolicy, "import.prepare", {
      type: "import",
      id: file.id,
      area: given.area,
    });
    if (!permit.ok) return permit;
    const choices = await knownChoices(unit, given.choices);
    if (!choices.ok) return choices;
    const saved = await findSavedMapping(unit, given.area, headerDigest(header));
    const dictionary = await selectDictionary(unit);
    const { actor: createdBy, areas, facts = [] } = scopeOf(actor);
    const now = unit.clock.now();
    const batch: ImportBatch = {
      ...proposal(header, file.name, choices.value, saved, dictionary),
      areaId: given.area,
      id: file.id,
      createdBy,
      createdAt: now,
      reach: (areas === "all" ? "all" : [...areas, ...facts]) as ImportBatch["reach"],
      fileName: file.name.normalize("NFC").slice(-200),
      fileBytes: bytes,
      fileSha256: sha256,
      state: "matching",
      stateSince: now,
      encoding,
      delimiter,
      header,
      sample: head.value
        .slice(1, 1 + SAMPLE_ROWS)
        .map((cells) => cells.map((cell) => cell.slice(0, 100).replaceAll("\0", ""))),
      bytesRead: 0,
      counts: { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 },
      changes: null,
      problem: null,
    };
    await insertBatch(unit, batch);
    return ok(batch);
  });
}

const SAMPLE_ROWS = 5;

async function firstRecords(
  path: string,
  file: Parameters<typeof readRecords>[0],
): Promise<Result<readonly (readonly string[])[]>> {
  try {
    for await (const { records } of readRecords({ ...file, path })) {
      return ok(records.slice(0, 1 + SAMPLE_ROWS).map(({ cells }) => cells));
    }
    return invalid({ file: [NO_HEADER] });
  } catch (error) {
    if (error instanceof CsvBroken) return invalid({ file: [unreadableSentence(error.unreadable)] });
    throw error;
  }
}

/** The choices with areas, indicators and sources as their codes; what nobody knows is refused. */
async function knownChoices(unit: Unit, choices: Choices): Promise<Result<Choices>> {
  const { indicators, sources } = await selectDictionary(unit);
  const area = choices.area ? await findArea(unit, choices.area) : undefined;
  const wrong: Record<string, string[]> = {};
  if (choices.area && !area) wrong.area = [BAD_CHOICE.area];
  if (choices.indicator && !indicators.some(({ code }) => code === choices.indicator))
    wrong.indicator = [BAD_CHOICE.indicator];
  if (choices.source && !sources.some(({ code }) => code === choices.source))
    wrong.source = [BAD_CHOICE.source];
  if (Object.keys(wrong).length > 0) return invalid(wrong);
  return ok(area ? { ...choices, area: area.id } : choices);
}

/** Sets what the columns hold and has the file checked. `remember` keeps it for the next file with this header. */
export async function checkImport(
  app: App,
  actor: Actor,
  id: ImportId,
  match: Readonly<{ mapping: Mapping; choices: Choices; remember: boolean }>,
): Promise<Result<ImportBatch>> {
  const result = await change(app, actor, id, "check", "import.prepare", async (unit, batch) => {
    const choices = await knownChoices(unit, match.choices);
    if (!choices.ok) return choices;
    const gaps = gapsOf(match.mapping, choices.value);
    if (match.mapping.length !== batch.header!.length) return conflict(NOT_IN_STATE(batch.state));
    if (gaps.length > 0) return invalid(Object.fromEntries(gaps.map((gap) => [gap, [GAP_SENTENCE[gap]]])));
    const now = unit.clock.now();
    const { goodRowsOnly: _, ...kept } = choices.value;
    if (match.remember) {
      await saveMapping(unit, batch.areaId, headerDigest(batch.header!), {
        mapping: match.mapping,
        choices: kept,
        by: batch.createdBy,
        at: now,
      });
    }
    await updateBatch(unit, batch, {
      state: "checking",
      stateSince: now,
      mapping: match.mapping,
      choices: kept,
      bytesRead: 0,
    });
    return ok(batch);
  });
  if (result.ok) await askFor(app, importJob, { id });
  return result;
}

/** Has the file taken in. With bad rows in it, only where `goodRowsOnly` says so. */
export async function takeImport(
  app: App,
  actor: Actor,
  id: ImportId,
  { goodRowsOnly }: Readonly<{ goodRowsOnly: boolean }>,
): Promise<Result<ImportBatch>> {
  const result = await change(app, actor, id, "take", "import.take", async (unit, batch) => {
    if (batch.counts.rejected > 0 && !goodRowsOnly) return conflict(BAD_ROWS(batch.counts.rejected));
    await updateBatch(unit, batch, {
      state: "importing",
      stateSince: unit.clock.now(),
      choices: { ...batch.choices, goodRowsOnly },
      bytesRead: 0,
    });
    return ok(batch);
  });
  if (result.ok) await askFor(app, importJob, { id });
  return result;
}

/** Goes back to the columns of an import that was checked already. */
export const rematchImport = (app: App, actor: Actor, id: ImportId): Promise<Result<ImportBatch>> =>
  change(app, actor, id, "match", "import.prepare", async (unit, batch) => {
    await updateBatch(unit, batch, { state: "matching", stateSince: unit.clock.now() });
    return ok(batch);
  });

/** Gives an import up before it was taken in; nothing was changed by it. */
export async function cancelImport(app: App, actor: Actor, id: ImportId): Promise<Result<ImportBatch>> {
  const result = await change(app, actor, id, "cancel", "import.prepare", async (unit, batch) => {
    await updateBatch(unit, batch, { state: "cancelled", stateSince: unit.clock.now() });
    return ok(batch);
  });
  if (result.ok) await rm(fileOf(app, id), { force: true });
  return result;
}

/** Every change of state: find, ask for the permit, look whether the state allows it. */
function change(
  app: App,
  actor: Actor,
  id: ImportId,
  action: ImportAction,
  asked: "import.prepare" | "import.take",
  work: (unit: Unit, batch: ImportBatch) => Promise<Result<ImportBatch>>,
): Promise<Result<ImportBatch>> {
  return act(app, actor, async (unit) => {
    const batch = await findBatch(unit, id, true);
    if (!batch) return notFound("import");
    const permit = await authorise(unit, importPolicy, asked, { type: "import", id, area: batch.areaId });
    if (!permit.ok) return permit;
    if (!mayInState(batch.state, action)) return conflict(NOT_IN_STATE(batch.state));
    return work(unit, batch);
  });
}

/** The area in whose list the imports of the machine itself stand. */
export const AREA_OF_THE_MACHINE = NATION;

/** Where the file of an import to come is put down. */
export const uploadPath = fileOf;

/** Forgets a file that came and could not be used. */
export const discardUpload = (app: App, id: ImportId): Promise<void> => rm(fileOf(app, id), { force: true });

/** The areas for whose work somebody may bring figures in, to choose from; an administrator of all has the nation. */
export async function importPlaces(app: App, actor: Actor): Promise<{ value: AreaId; label: string }[]> {
  const held = importAreas(actor);
  const ids = held === "all" ? [NATION] : held;
  if (ids.length === 0) return [];
  const areas = expectOk(await act(app, actor, async (permit) => ok(await getAreas(permit, ids))));
  return ids.map((id) => ({ value: id, label: areas.get(id)?.name ?? id }));
}
