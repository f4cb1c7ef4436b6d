import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { importPolicy } from "../access.ts";
import { gapsOf } from "../columns/rules.ts";
import { GAP_SENTENCE } from "../messages.ts";
import { readImport } from "../reading/usecases.server.ts";
import { runImport } from "../run/usecases.server.ts";
import type { Choices, ImportBatch } from "../schema.ts";
import { findBatch, updateBatch } from "../store.server.ts";
import { beginImport, newImportId } from "../usecases.server.ts";

export type WholeImport = Readonly<{
  path: string;
  name: string;
  /** The area in whose list the import stands. */
  area: AreaId;
  choices: Choices;
  /** `check` looks only; `take` takes all or nothing; `take-good` leaves bad rows out. */
  wish: "check" | "take" | "take-good";
}>;

/**
 * An import from beginning to end, without anybody asked in between: for the command line and for shipped figures.
 * Where the columns don't tell enough, it refuses and says what is missing.
 */
export async function importWhole(app: App, actor: Actor, wanted: WholeImport): Promise<Result<ImportBatch>> {
  const id = newImportId();
  const begun = await beginImport(app, actor, { id, path: wanted.path, name: wanted.name }, wanted);
  if (!begun.ok) return begun;
  const started = await act(app, actor, async (unit) => {
    const batch = (await findBatch(unit, id, true))!;
    const gaps = gapsOf(batch.mapping!, batch.choices);
    if (gaps.length > 0) return invalid(Object.fromEntries(gaps.map((gap) => [gap, [GAP_SENTENCE[gap]]])));
    const taking = wanted.wish !== "check";
    const permit = await authorise(unit, importPolicy, taking ? "import.take" : "import.prepare", {
      type: "import",
      id,
      area: batch.areaId,
    });
    if (!permit.ok) return permit;
    await updateBatch(unit, batch, {
      state: taking ? "importing" : "checking",
      stateSince: unit.clock.now(),
      choices: { ...batch.choices, goodRowsOnly: wanted.wish === "take-good" },
    });
    return ok(batch);
  });
  if (started.ok) await runImport(app, { id }, wanted.path);
  const { batch } = expectOk(await readImport(app, actor, id));
  // The file stays where it was: there is nothing left to go on with here.
  if (batch.state === "ready" || batch.state === "matching") {
    await act(app, actor, async (unit) => {
      await updateBatch(unit, batch, { state: "cancelled", stateSince: unit.clock.now() });
      return ok(undefined);
    });
  }
  return started.ok ? ok(batch) : started;
}
