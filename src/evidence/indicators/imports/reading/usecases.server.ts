import type { Actor } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import type { ImportId } from "../../observations/schema.ts";
import { importPolicy } from "../access.ts";
import { selectRejectedRows } from "../rejected/store.server.ts";
import type { ImportBatch, RejectedRow } from "../schema.ts";
import { findBatch, selectBatches } from "../store.server.ts";
import type { ImportView } from "./schema.ts";

const ROWS_A_PAGE = 100;
const BATCHES_A_PAGE = 30;

/** The imports of an area, newest first; those of every area in reach without one. */
export function listImports(
  app: App,
  actor: Actor,
  { areas, before }: Readonly<{ areas: readonly AreaId[] | "all"; before?: string | undefined }>,
): Promise<Result<{ batches: ImportBatch[]; names: Record<string, string>; next: string | undefined }>> {
  return act(app, actor, async (unit) => {
    const found = await selectBatches(unit, { areas, before, limit: BATCHES_A_PAGE + 1 });
    const batches: ImportBatch[] = [];
    for (const batch of found.slice(0, BATCHES_A_PAGE)) {
      if (importPolicy.may(actor, "import.read", { type: "import", id: batch.id, area: batch.areaId }))
        batches.push(batch);
    }
    const names = await namesOfUsers(
      unit,
      batches.map(({ createdBy }) => createdBy),
    );
    return ok({
      batches,
      names: Object.fromEntries(names),
      next: found.length > BATCHES_A_PAGE ? found[BATCHES_A_PAGE - 1]!.id : undefined,
    });
  });
}

/** One import with its bad rows from after that line on. */
export function readImport(app: App, actor: Actor, id: ImportId, after = 0): Promise<Result<ImportView>> {
  return act(app, actor, async (unit) => {
    const batch = await findBatch(unit, id);
    if (!batch) return notFound("import");
    const permit = await authorise(unit, importPolicy, "import.read", {
      type: "import",
      id,
      area: batch.areaId,
    });
    if (!permit.ok) return permit;
    const rows = await selectRejectedRows(unit, batch, after, ROWS_A_PAGE + 1);
    const rejected = rows.slice(0, ROWS_A_PAGE);
    const areas = (batch.changes?.examples ?? []).map(({ area }) => area as AreaId);
    return ok({
      batch,
      who: (await namesOfUsers(unit, [batch.createdBy])).get(batch.createdBy as UserId) ?? "",
      areaNames: Object.fromEntries(
        [...(await getAreas(unit, areas))].map(([area, { name }]) => [area, name]),
      ),
      dictionary: await selectDictionary(unit),
      rejected,
      next: rows.length > ROWS_A_PAGE ? rejected.at(-1)!.line : undefined,
    });
  });
}

/** The bad rows as a CSV file with the original columns, to be mended and sent again, and why beside them. */
export async function rejectedFile(
  app: App,
  actor: Actor,
  id: ImportId,
): Promise<Result<{ name: string; body: ReadableStream<Uint8Array> }>> {
  const found = await readImport(app, actor, id);
  if (!found.ok) return found;
  const { batch } = found.value;
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(
        encoder.encode(BYTE_ORDER_MARK + csvLine([...(batch.header ?? []), ...WHY_COLUMNS])),
      );
    },
    async pull(controller) {
      const page = await readImport(app, actor, id, after);
      if (!page.ok) return controller.error(new Error("the import can't be read any more"));
      const lines = page.value.rejected.map((row) => rejectedLine(batch, row));
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      if (page.value.next === undefined) controller.close();
      else after = page.value.next;
    },
  });
  return ok({ name: `${batch.fileName.replace(/\.[^.]*$/, "")}_直す行.csv`, body });
}

/** Names that no column of ours has, so that the file can be sent again as it is. */
const WHY_COLUMNS = ["もとの行番号", "直すところ"] as const;

function rejectedLine(batch: ImportBatch, { line, cells, problems }: RejectedRow): string {
  const width = batch.header?.length ?? cells.length;
  const padded = Array.from({ length: width }, (_, at) => cells[at] ?? "");
  const why = problems.map(({ column, mend }) => (column ? `${column}: ${mend}` : mend)).join(" ／ ");
  return csvLine([...padded, line, why]);
}
