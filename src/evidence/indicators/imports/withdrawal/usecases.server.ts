import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { ImportId } from "../../observations/schema.ts";
import { importPolicy } from "../access.ts";
import { NOT_IN_STATE } from "../messages.ts";
import { mayInState } from "../rules.ts";
import { findBatch, takeTurn, updateBatch } from "../store.server.ts";
import { findTouched, takeBack } from "./store.server.ts";

/** Takes an import back: earlier figures are current again, and the history keeps those taken back. */
export function withdrawImport(
  app: App,
  actor: Actor,
  id: ImportId,
): Promise<Result<{ removed: number; restored: number }>> {
  return act(app, actor, async (unit) => {
    await takeTurn(unit);
    const batch = await findBatch(unit, id, true);
    if (!batch) return notFound("import");
    const permit = await authorise(unit, importPolicy, "import.withdraw", {
      type: "import",
      id,
      area: batch.areaId,
    });
    if (!permit.ok) return permit;
    if (!mayInState(batch.state, "withdraw")) return conflict(NOT_IN_STATE(batch.state));
    const done = await takeBack(unit, id, await findTouched(unit, id), unit.clock.now());
    await updateBatch(unit, batch, { state: "withdrawn", stateSince: unit.clock.now() });
    return ok(done);
  });
}
