import { z } from "zod";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { afterCommit, also, command, type Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { insertBatch } from "#platform/tables/batch-store.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import {
  type Choices,
  type ImportBatch,
  type ImportId,
  NO_COUNTS,
  WISHES,
  type Wish,
} from "#platform/tables/import.ts";
import { NO_ROWS, unreadableSentence } from "#platform/tables/messages.ts";
import { inspectTable } from "#platform/tables/reader.ts";
import { isUnderWay } from "#platform/tables/states.ts";
import { Asked, BroughtFile, broughtAs, understand } from "./layout.usecases.server.ts";
import { keepMapping } from "./mapping.usecases.server.ts";
import type { TableImport } from "./table-import.schema.ts";
import { SUBJECT } from "./table-import.usecases.server.ts";
import { fileOf, type Worker } from "./work.usecases.server.ts";

/** The id of an import to come, under which its file is put down first. */
export const newImportId = (): ImportId => newId<ImportId>();

/** How far an import goes by itself where it is begun with that wish. */
const STATE_FOR = {
  match: "matching",
  check: "checking",
  take: "importing",
  "take-good": "importing",
} as const satisfies Record<Wish, ImportBatch["state"]>;

/** What an import is begun with. */
const beginning = <C extends Choices>(choices: z.ZodType<C>) =>
  z.object({
    file: BroughtFile,
    choices,
    asked: Asked.default({}),
    wish: z.enum(WISHES).default("match"),
  });

/** What begins an import: where the columns don't tell enough, the person matches them, and nobody else can go on. */
export function begins<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
  worker: Worker,
) {
  const { table, policy, prefix } = one;

  const recordImport = command({
    name: `${prefix}.begin`,
    policy,
    target: z.object({ id: rowId<ImportId>(), area: areaId }),
    // Words that name no area must not become one, in the list of imports or in the log.
    subject: async (find, { id, area }) =>
      (await getAreas(find, [area])).has(area) ? { type: SUBJECT, id, area } : undefined,
    input: beginning(table.choices),
    async run(permit, { id, area, file, choices: given, asked, wish }, app) {
      const reading = { permit: permit as unknown as P, table, area };
      const understood = await understand(reading, file, asked, given as C);
      if (!understood.ok) return understood;
      const { header, sample, bodyLine, layout, gaps, ...proposed } = understood.value;
      const refused = table.refuses?.({ header, mapping: proposed.mapping as M[], sample });
      if (refused) return invalid({ file: [refused] });
      const open = Object.keys(gaps).length > 0;
      if (wish !== "match" && open) return invalid(gaps);
      if (sample.length === 0) return invalid({ file: [NO_ROWS] });
      const state = wish === "match" && table.checksAtOnce && !open ? "checking" : STATE_FOR[wish];
      if (state === "importing") {
        const taking = await also(permit, policy, `${prefix}.take`, permit.subject);
        if (!taking.ok) return taking;
      }
      const batch: ImportBatch = {
        ...newBatch(one, permit, file),
        areaId: area,
        id,
        state,
        header,
        bodyLine,
        layout,
        sample,
        mapping: proposed.mapping,
        choices:
          wish === "match" ? proposed.choices : { ...proposed.choices, goodRowsOnly: wish === "take-good" },
      };
      await insertBatch(permit, batch);
      if (asked.saveAs !== undefined)
        await keepMapping(permit, batch, { ...proposed, name: asked.saveAs, at: batch.createdAt });
      if (wish === "match" && isUnderWay(state)) afterCommit(permit, () => worker.goOn(app, batch));
      return ok(batch as unknown as ImportBatch<M, C>);
    },
  });

  /**
   * Begins an import of a file that lies on the disk: looks at what it is and proposes what its columns hold. A file that
   * can't be read at all is refused with one sentence and leaves nothing behind.
   */
  async function beginImport(
    app: App,
    actor: Actor,
    target: Readonly<{ id: ImportId; area: string }>,
    { path, name }: Readonly<{ path: string; name: string }>,
    given: Readonly<{ choices?: C; asked?: Asked; wish?: Wish }> = {},
  ): Promise<Result<ImportBatch<M, C>>> {
    const csv = fileOf(app, target.id);
    const unpacked = await table.unpack?.(path, csv);
    if (unpacked?.ok === false) return invalid({ file: [unpacked.error] });
    const inspected = await inspectTable(unpacked ? csv : path, csv, given.asked?.sheet ?? undefined);
    if (!inspected.ok) return invalid({ file: [unreadableSentence(inspected.error)] });
    return recordImport(app, actor, target, {
      choices: {},
      ...given,
      file: broughtAs(name, inspected.value),
    });
  }
  return { beginImport, recordImport };
}

/** An import as it is written down first: who brought what, and within whose reach. */
function newBatch<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  { table, reachOf }: TableImport<P, M, C, W, X>,
  { actor, clock }: Permit,
  file: BroughtFile,
) {
  const now = clock.now();
  return {
    kind: table.kind,
    createdBy: scopeOf(actor).actor,
    createdAt: now,
    reach: reachOf(actor) as readonly AreaId[] | "all",
    fileName: file.name.normalize("NFC").slice(-200),
    fileBytes: file.bytes,
    fileSha256: file.sha256,
    stateSince: now,
    stateBy: null,
    encoding: file.encoding,
    delimiter: file.delimiter,
    bytesRead: 0,
    counts: NO_COUNTS,
    changes: null,
    problem: null,
    questions: [],
    apart: {},
    mended: [],
  };
}
