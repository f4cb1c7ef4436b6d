import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ImportPermit, importAreas, indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import type { ImportId } from "../../observations/schema.ts";
import { presentBatch, presentListed } from "../present.ts";
import { selectRejectedRows } from "../rejected/store.server.ts";
import { OneImport, type RejectedRow } from "../schema.ts";
import { findImportSubject, getBatch, selectBatches } from "../store.server.ts";
import type { ImportView } from "./schema.ts";

const ROWS_A_PAGE = 100;
const BATCHES_A_PAGE = 30;

/** The areas for whose work somebody may bring figures in, to choose from; an administrator of all has the nation. */
export const listImportAreas = query({
  name: "import.list-areas",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit) {
    const held = importAreas(permit.actor);
    const ids = held === "all" ? [NATION] : held;
    const areas = await getAreas(permit, ids);
    return ok(ids.map((id) => ({ value: id, label: areas.get(id)?.name ?? id })));
  },
});

/** The imports of the areas for which somebody may bring figures in, newest first, from before that one on. */
export const listImports = query({
  name: "import.list",
  policy: indicatorPolicy,
  target: z.object({ before: rowId<ImportId>().optional() }),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit, { before }) {
    const areas = importAreas(permit.actor);
    const found = await selectBatches(permit, { areas, before, limit: BATCHES_A_PAGE + 1 });
    const batches = found
      .slice(0, BATCHES_A_PAGE)
      .filter(({ id, areaId }) =>
        indicatorPolicy.may(permit.actor, "import.read", { type: "import", id, area: areaId }),
      );
    const names = await namesOfUsers(
      permit,
      batches.map(({ createdBy }) => createdBy),
    );
    return ok({
      imports: batches.map((batch) => presentListed(batch, names.get(batch.createdBy as UserId) ?? "")),
      next: found.length > BATCHES_A_PAGE ? found[BATCHES_A_PAGE - 1]!.id : undefined,
    });
  },
});

const ImportFrom = OneImport.extend({ after: z.number().default(0) });

/** One import with its bad rows from after that line on. */
export const readImport = query({
  name: "import.read",
  policy: indicatorPolicy,
  target: ImportFrom,
  subject: findImportSubject,
  async run(permit, { id, after }): Promise<Result<ImportView>> {
    const batch = await getBatch(permit, id);
    const areas = (batch.changes?.examples ?? []).map(({ area }) => area as AreaId);
    const named = await getAreas(permit, areas);
    const names = await namesOfUsers(permit, [batch.createdBy]);
    return ok({
      batch: presentBatch(batch),
      who: names.get(batch.createdBy as UserId) ?? "",
      areaNames: Object.fromEntries([...named].map(([area, { name }]) => [area, name])),
      dictionary: await selectDictionary(permit),
      ...(await rejectedRows(permit, id, after)),
    });
  },
});

async function rejectedRows(permit: ImportPermit, id: ImportId, after: number) {
  const importId = { areaId: permit.subject.area, id };
  const rows = await selectRejectedRows(permit, importId, after, ROWS_A_PAGE + 1);
  const rejected = rows.slice(0, ROWS_A_PAGE);
  return { rejected, next: rows.length > ROWS_A_PAGE ? rejected.at(-1)!.line : undefined };
}

const readRejectedRows = query({
  name: "import.read-rejected",
  policy: indicatorPolicy,
  target: ImportFrom,
  subject: findImportSubject,
  async run(permit, { id, after }) {
    const { fileName, header } = await getBatch(permit, id);
    return ok({ fileName, header: header ?? [], ...(await rejectedRows(permit, id, after)) });
  },
});

/** The bad rows as a CSV file with the original columns, to be mended and sent again, and why beside them. */
export async function rejectedFile(
  app: App,
  actor: Actor,
  target: Readonly<{ id: string }>,
): Promise<Result<{ name: string; body: ReadableStream<Uint8Array> }>> {
  const first = await readRejectedRows(app, actor, target);
  if (!first.ok) return first;
  const { fileName, header } = first.value;
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine([...header, ...WHY_COLUMNS])));
    },
    async pull(controller) {
      const page = await readRejectedRows(app, actor, { id: target.id, after });
      if (!page.ok) return controller.error(new Error("the import can't be read any more"));
      const { rejected, next } = page.value;
      const lines = rejected.map((row) => rejectedLine(header.length, row));
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      if (next === undefined) controller.close();
      else after = next;
    },
  });
  return ok({ name: `${fileName.replace(/\.[^.]*$/, "")}_直す行.csv`, body });
}

/** Names that no column of ours has, so that the file can be sent again as it is. */
const WHY_COLUMNS = ["もとの行番号", "直すところ"] as const;

function rejectedLine(width: number, { line, cells, problems }: RejectedRow): string {
  const padded = Array.from({ length: width || cells.length }, (_, at) => cells[at] ?? "");
  const why = problems.map(({ column, mend }) => (column ? `${column}: ${mend}` : mend)).join(" ／ ");
  return csvLine([...padded, line, why]);
}
