import { existsSync } from "node:fs";
import type { Actor } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch, Wish } from "#platform/tables/import.ts";
import { begins, newImportId } from "./begin.usecases.server.ts";
import type { Asked } from "./layout.usecases.server.ts";
import { looks } from "./look.usecases.server.ts";
import { steps } from "./steps.usecases.server.ts";
import type { TableImport } from "./table-import.schema.ts";
import { fileOf, works } from "./work.usecases.server.ts";

/** A file to be brought in from beginning to end, for the list of that area. */
type Whole<C> = Readonly<{
  area: AreaId;
  path: string;
  name: string;
  choices?: C;
  asked?: Asked;
  wish: Wish;
}>;

/** Declares every command and query by which a module's table is taken in, looked at and taken back. */
export function tableImports<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
) {
  const worker = works(one);
  const { beginImport } = begins(one, worker);
  const moves = steps(one, worker);
  const seen = looks(one);

  /**
   * An import from beginning to end, without anybody asked in between: for the command line and for shipped figures.
   * Where the columns don't tell enough, it refuses and says what is missing.
   */
  async function importWhole(
    app: App,
    actor: Actor,
    { area, path, name, choices, asked, wish }: Whole<C>,
  ): Promise<Result<ImportBatch<M, C>>> {
    const id = newImportId();
    const begun = await beginImport(
      app,
      actor,
      { id, area },
      { path, name },
      { ...(choices && { choices }), ...(asked && { asked }), wish },
    );
    if (!begun.ok) return begun;
    const sheet = fileOf(app, id);
    await worker.runImport(app, { id }, existsSync(sheet) ? sheet : path);
    const { batch } = expectOk(await seen.readImport(app, actor, { id }));
    // The file stays where it was: there is nothing left to go on with here.
    if (batch.state === "ready") expectOk(await moves.cancelImport(app, actor, { id }));
    return ok(batch);
  }

  return { ...worker, beginImport, ...moves, ...seen, importWhole };
}
