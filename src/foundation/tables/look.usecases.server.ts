import type { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { findSameFile, selectBatches } from "#platform/tables/batch-store.ts";
import { type Meaning, ownColumns, WHY_COLUMNS } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch, ImportId, RejectedRow } from "#platform/tables/import.ts";
import { selectMappingNames, selectRejectedRows } from "#platform/tables/import-store.ts";
import {
  ImportFrom,
  ImportList,
  type ImportView,
  type RejectedPage,
  type TableImport,
} from "./table-import.schema.ts";
import { getImport, SUBJECT, subjectOf } from "./table-import.usecases.server.ts";

const ROWS_A_PAGE = 100;
const BATCHES_A_PAGE = 30;

/** An import in the list, with the names of who brought it, and of who took it back or brought it back. */
export type ListedImport<M extends Meaning = Meaning, C extends Choices = Choices> = Readonly<{
  batch: ImportBatch<M, C>;
  who: string;
  stateWho: string;
}>;

/** What is seen of imports. */
export function looks<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
) {
  const { table, policy, prefix, listed } = one;

  /** The imports of the areas for which somebody may bring such tables in, newest first, from before that one on. */
  const listImports = query({
    name: `${prefix}.list`,
    policy,
    target: ImportList,
    subject: (_find, { area = NATION }) => ({ type: SUBJECT, area }),
    async run(permit, { area, before }) {
      const areas = area ? [area] : listed(permit.actor);
      const found = await selectBatches(permit, {
        kind: table.kind,
        areas,
        before,
        limit: BATCHES_A_PAGE + 1,
      });
      const batches = found
        .slice(0, BATCHES_A_PAGE)
        .filter(({ id, areaId }) =>
          policy.may(permit.actor, `${prefix}.read`, { type: SUBJECT, id, area: areaId }),
        ) as unknown as ImportBatch<M, C>[];
      const imports = await named(permit, batches);
      return ok({ imports, next: found.length > BATCHES_A_PAGE ? found[BATCHES_A_PAGE - 1]!.id : undefined });
    },
  });

  /** One import with its bad rows from after that line on. */
  const readImport = query({
    name: `${prefix}.read`,
    policy,
    target: ImportFrom,
    subject: subjectOf(table.kind),
    async run(permit, { id, after }): Promise<Result<ImportView<M, C, X>>> {
      const batch = await getImport(one, permit, id);
      if (!batch.ok) return batch;
      const [view] = await named(permit, [batch.value]);
      const { fileSha256: sha256, createdAt } = batch.value;
      const same = sha256
        ? await findSameFile(permit, { kind: table.kind, sha256, except: id, states: ["done"] })
        : undefined;
      const sameFile = same && same.createdAt < createdAt ? same.createdAt : undefined;
      const more = (await one.view?.(permit as unknown as P, batch.value)) as X;
      const mappings = await selectMappingNames(permit, {
        areaId: batch.value.areaId,
        kind: table.kind,
      });
      mappings.push(...(table.shipped?.names ?? []).filter((name) => !mappings.includes(name)));
      return ok({ ...view!, sameFile, mappings, more, ...(await rejectedRows(permit, id, after)) });
    },
  });

  const readRejectedRows = query({
    name: `${prefix}.read-rejected`,
    policy,
    target: ImportFrom,
    subject: subjectOf(table.kind),
    async run(permit, { id, after }) {
      const batch = await getImport(one, permit, id);
      if (!batch.ok) return batch;
      const { fileName, header } = batch.value;
      return ok({ fileName, header: header ?? [], ...(await rejectedRows(permit, id, after)) });
    },
  });

  /** The bad rows as a CSV file with the original columns, to be mended and sent again, and why beside them. */
  async function rejectedFile(
    app: App,
    actor: Actor,
    target: z.input<typeof ImportFrom>,
  ): Promise<Result<{ name: string; body: ReadableStream<Uint8Array> }>> {
    const first = await readRejectedRows(app, actor, target);
    if (!first.ok) return first;
    const { fileName } = first.value;
    // Sent again, it brings its own columns along.
    const header = ownColumns(first.value.header);
    const encoder = new TextEncoder();
    let after = 0;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine([...header, ...WHY_COLUMNS])));
      },
      async pull(controller) {
        const page = await readRejectedRows(app, actor, { ...target, after });
        if (!page.ok) return controller.error(new Error("the import can't be read any more"));
        const { rejected, next } = page.value;
        const lines = rejected.map((row) => rejectedLine(header.length, row));
        if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
        if (next === undefined) controller.close();
        else after = next;
      },
    });
    return ok({ name: `${fileName.replace(/\.[^.]*$/, "")}_修正が必要な行.csv`, body });
  }

  return { listImports, readImport, rejectedFile };
}

async function named<M extends Meaning, C extends Choices>(
  permit: Permit,
  batches: readonly ImportBatch<M, C>[],
): Promise<ListedImport<M, C>[]> {
  const names = await namesOfUsers(
    permit,
    batches.flatMap(({ createdBy, stateBy }) => [createdBy, stateBy ?? []].flat()),
  );
  const nameOf = (id: string | null) => names.get(id as UserId) ?? "";
  return batches.map((batch) => ({ batch, who: nameOf(batch.createdBy), stateWho: nameOf(batch.stateBy) }));
}

async function rejectedRows(permit: Permit, id: ImportId, after: number): Promise<RejectedPage> {
  const key = { areaId: permit.subject.area, id };
  const rows = await selectRejectedRows(permit, key, after, ROWS_A_PAGE + 1);
  const rejected = rows.slice(0, ROWS_A_PAGE);
  return { rejected, next: rows.length > ROWS_A_PAGE ? rejected.at(-1)!.line : undefined };
}

function rejectedLine(width: number, { line, cells, problems }: RejectedRow): string {
  const padded = Array.from({ length: width || cells.length }, (_, at) => cells[at] ?? "");
  const why = problems.map(({ column, mend }) => (column ? `${column}: ${mend}` : mend)).join(" ／ ");
  return csvLine([...padded, line, why]);
}
