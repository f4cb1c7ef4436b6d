import { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { also, command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { inspectCsvFile } from "#platform/files/csv-file.ts";
import { CsvBroken, readRecords } from "#platform/files/csv-reader.ts";
import { newId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type ImportPermit, indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import type { ImportId } from "../../observations/schema.ts";
import { gapsOf } from "../columns/rules.ts";
import { findSavedMapping } from "../columns/store.server.ts";
import { knownChoices } from "../columns/usecases.server.ts";
import { gapErrors, NO_HEADER, unreadableSentence } from "../messages.ts";
import { type ImportFacts, presentBatch } from "../present.ts";
import { BroughtFile, type Choices, type ImportBatch, type Mapping, type Wish } from "../schema.ts";
import { insertBatch } from "../store.server.ts";
import { headerDigest, headerProblem, proposal, tidyHeader } from "./rules.ts";

/** The id of an import to come, under which its file is put down first. */
export const newImportId = (): ImportId => newId<ImportId>();

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
    const batch = newBatch(permit, { areaId: area, id, file, wish }, proposed);
    await insertBatch(permit, batch);
    return ok(presentBatch(batch));
  },
});

/** An import as it is written down first: who brought what, and within whose reach. */
function newBatch(
  permit: ImportPermit,
  {
    areaId,
    id,
    file,
    wish,
  }: Readonly<{ wish: Wish }> &
    Pick<ImportBatch, "areaId" | "id"> &
    Pick<z.output<typeof BroughtFile>, "file">,
  { mapping, choices }: Readonly<{ mapping: Mapping; choices: Choices }>,
): ImportBatch {
  const { actor: createdBy, areas, facts = [] } = scopeOf(permit.actor);
  const now = permit.clock.now();
  return {
    areaId,
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
    mapping,
    choices: wish === "match" ? choices : { ...choices, goodRowsOnly: wish === "take-good" },
    bytesRead: 0,
    counts: { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 },
    changes: null,
    problem: null,
  };
}
