import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { beginImport, newImportId } from "../beginning/usecases.server.ts";
import type { ImportFacts } from "../present.ts";
import { readImport } from "../reading/usecases.server.ts";
import { runImport } from "../run/usecases.server.ts";
import type { Choices, Wish } from "../schema.ts";
import { cancelImport } from "../usecases.server.ts";

/** The area in whose list the imports of the machine itself stand. */
const AREA_OF_THE_MACHINE = NATION;

/**
 * An import from beginning to end, without anybody asked in between: for the command line and for shipped figures.
 * Where the columns don't tell enough, it refuses and says what is missing.
 */
export async function importWhole(
  app: App,
  actor: Actor,
  { path, name, choices, wish }: Readonly<{ path: string; name: string; choices: Choices; wish: Wish }>,
): Promise<Result<ImportFacts>> {
  const id = newImportId();
  const target = { id, area: AREA_OF_THE_MACHINE };
  const begun = await beginImport(app, actor, target, { path, name }, { choices, wish });
  if (!begun.ok) return begun;
  await runImport(app, { id }, path);
  const { batch } = expectOk(await readImport(app, actor, { id }));
  // The file stays where it was: there is nothing left to go on with here.
  if (batch.state === "ready") expectOk(await cancelImport(app, actor, { id }));
  return ok(batch);
}
