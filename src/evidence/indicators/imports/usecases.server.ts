import { rm } from "node:fs/promises";
import { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { findArea, getAreas } from "#foundation/areas/public.ts";
import { afterCommit, also, command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { inspectCsvFile } from "#platform/files/csv-file.ts";
import { CsvBroken, readRecords } from "#platform/files/csv-reader.ts";
import { askFor } from "#platform/jobs/jobs.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type ImportPermit, indicatorPolicy } from "../access.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import type { ImportId } from "../observations/schema.ts";
import { headerDigest, headerProblem, proposal, tidyHeader } from "./beginning/rules.ts";
import { gapsOf } from "./columns/rules.ts";
import { MatchInput } from "./columns/schema.ts";
import { findSavedMapping, saveMapping } from "./columns/store.server.ts";
import { BAD_CHOICE, BAD_ROWS, gapErrors, NO_HEADER, NOT_IN_STATE, unreadableSentence } from "./messages.ts";
import { type ImportFacts, presentBatch } from "./present.ts";
import { type ImportAction, mayInState } from "./rules.ts";
import { fileOf, importJob } from "./run/usecases.server.ts";
import { BroughtFile, type Choices, type ImportBatch, OneImport, type Wish } from "./schema.ts";
import { findImportSubject, holdBatch, insertBatch, updateBatch } from "./store.server.ts";

/** The id of an import to come, under which its file is put down first. */
export const newImportId = (): ImportId => newId<ImportId>();

/** Where the file of an import to come is put down. */
export const uploadPath = fileOf;

/** Forgets a file that came and could not be used. */
export const discardUpload = (app: App, id: ImportId): Promise<void> => rm(fileOf(app, id), { force: true });

/**
 * Begins an import of a file that lies on the disk: looks at what it is and proposes what its columns hold. A file
 * that can't be read at all is refused with one sentence and leaves nothing behind.
 */
export async function beginImport(
  app: App,
  actor: Actor,
  target: Readonly<{ id: ImportId; area: string }>,
  file: Readonly<{ path: string; name: string }>,
  given: Readonly<{ choices: Choices; wish?: Wish }> = { choices: { published: false } },
): Promise<Result<ImportFacts>> {
  const inspected = await inspectCsvFile(file.path);
  if (!inspected.ok) return invalid({ file: [unreadableSentence(inspected.error)] });
  const head = await firstRecords(file.path, inspected.value);
  if (!head.ok) return head;
  const [header = [], ...sample] = head.value;
  const { encoding, delimiter, bytes, sha256 } = inspected.value;
  return recordImport(app, actor, target, {
    file: { name: file.name, encoding, delimiter, bytes, sha256, header: tidyHeader(header), sample },
    ...given,
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

const STATE_FOR = {
  match: "matching",
  check: "checking",
  take: "importing",
  "take-good": "importing",
} as const satisfies Record<Wish, ImportBatch["state"]>;

/**
 * Writes an import down whose file was looked at. Where nobody is asked in between (the command line, shipped figures),
 * it goes on at once, unless the columns don't tell enough.
 */
const recordImport = command({
  name: "import.begin",
  policy: indicatorPolicy,
  target: z.object({ id: rowId<ImportId>(), area: areaId }),
  // Words that name no area must not become one, in the list of imports or in the log.
  subject: async (find, { id, area }) =>
    (await getAreas(find, [area])).has(area) ? { type: "import", id, area } : undefined,
  input: BroughtFile,
  async run(permit, { id, area, file, choices: given, wish }) {
    const wrong = headerProblem(file.header);
    if (wrong) return invalid({ file: [wrong] });
    const choices = await knownChoices(permit, given);
    if (!choices.ok) return choices;
    const saved = await findSavedMapping(permit, area, headerDigest(file.header));
    const proposed = proposal(file.header, file.name, choices.value, saved, await selectDictionary(permit));
    if (wish !== "match") {
      const gaps = gapsOf(proposed.mapping, proposed.choices);
      if (gaps.length > 0) return invalid(gapErrors(gaps));
    }
    if (STATE_FOR[wish] === "importing") {
      const taking = await also(permit, indicatorPolicy, "import.take", permit.subject);
      if (!taking.ok) return taking;
    }
    const { actor: createdBy, areas, facts = [] } = scopeOf(permit.actor);
    const now = permit.clock.now();
    const batch: ImportBatch = {
      areaId: area,
      id,
      createdBy,
      createdAt: now,
      reach: (areas === "all" ? "all" : [...areas, ...facts]) as ImportBatch["reach"],
      fileName: file.name.normalize("NFC").slice(-200),
      fileBytes: file.bytes,
      fileSha256: file.sha256,
      state: STATE_FOR[wish],
      stateSince: now,
      encoding: file.encoding,
      delimiter: file.delimiter,
      header: file.header,
      sample: file.sample.map((cells) => cells.map((cell) => cell.slice(0, 100).replaceAll("\0", ""))),
      mapping: proposed.mapping,
      choices:
        wish === "match" ? proposed.choices : { ...proposed.choices, goodRowsOnly: wish === "take-good" },
      bytesRead: 0,
      counts: { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 },
      changes: null,
      problem: null,
    };
    await insertBatch(permit, batch);
    return ok(presentBatch(batch));
  },
});

/** The choices with areas, indicators and sources as their codes; what nobody knows is refused. */
async function knownChoices(permit: ImportPermit, choices: Choices): Promise<Result<Choices>> {
  const { indicators, sources } = await selectDictionary(permit);
  const area = choices.area ? await findArea(permit, choices.area) : undefined;
  const wrong: Record<string, string[]> = {};
  if (choices.area && !area) wrong.area = [BAD_CHOICE.area];
  if (choices.indicator && !indicators.some(({ code }) => code === choices.indicator))
    wrong.indicator = [BAD_CHOICE.indicator];
  if (choices.source && !sources.some(({ code }) => code === choices.source))
    wrong.source = [BAD_CHOICE.source];
  if (Object.keys(wrong).length > 0) return invalid(wrong);
  return ok(area ? { ...choices, area: area.id } : choices);
}

/** The import, held against others who would move it on, where its state allows what is asked. */
export async function holdToMove(
  permit: ImportPermit & Readonly<{ action: ImportAction }>,
  id: ImportId,
): Promise<Result<ImportBatch>> {
  const batch = await holdBatch(permit, id);
  return mayInState(batch.state, permit.action) ? ok(batch) : conflict(NOT_IN_STATE(batch.state));
}

/** Sets what the columns hold and has the file checked. `remember` keeps it for the next file with this header. */
export const checkImport = command({
  name: "import.check",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  input: MatchInput,
  async run(permit, { id, mapping, choices: typed, remember }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    const batch = held.value;
    const choices = await knownChoices(permit, typed);
    if (!choices.ok) return choices;
    if (mapping.length !== batch.header!.length) return conflict(NOT_IN_STATE(batch.state));
    const gaps = gapsOf(mapping, choices.value);
    if (gaps.length > 0) return invalid(gapErrors(gaps));
    const at = permit.clock.now();
    const matched = { mapping, choices: choices.value };
    if (remember)
      await saveMapping(permit, batch.areaId, headerDigest(batch.header!), {
        ...matched,
        by: batch.createdBy,
        at,
      });
    await updateBatch(permit, batch, { state: "checking", stateSince: at, ...matched, bytesRead: 0 });
    afterCommit(permit, () => askFor(app, importJob, { id }));
    return ok(undefined);
  },
});

/** Has the file taken in. With bad rows in it, only where `goodRowsOnly` says so. */
export const takeImport = command({
  name: "import.take",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  input: z.object({ goodRowsOnly: z.literal("yes").optional() }),
  async run(permit, { id, goodRowsOnly }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    const batch = held.value;
    if (batch.counts.rejected > 0 && !goodRowsOnly) return conflict(BAD_ROWS(batch.counts.rejected));
    await updateBatch(permit, batch, {
      state: "importing",
      stateSince: permit.clock.now(),
      choices: { ...batch.choices, goodRowsOnly: goodRowsOnly === "yes" },
      bytesRead: 0,
    });
    afterCommit(permit, () => askFor(app, importJob, { id }));
    return ok(undefined);
  },
});

/** Goes back to the columns of an import that was checked already. */
export const rematchImport = command({
  name: "import.match",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  async run(permit, { id }) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    await updateBatch(permit, held.value, { state: "matching", stateSince: permit.clock.now() });
    return ok(undefined);
  },
});

/** Gives an import up before it was taken in; nothing was changed by it. */
export const cancelImport = command({
  name: "import.cancel",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  async run(permit, { id }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    await updateBatch(permit, held.value, { state: "cancelled", stateSince: permit.clock.now() });
    afterCommit(permit, () => discardUpload(app, id));
    return ok(undefined);
  },
});
