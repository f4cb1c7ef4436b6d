import { command } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../../access.ts";
import { OneImport } from "../schema.ts";
import { findImportSubject, takeTurn, updateBatch } from "../store.server.ts";
import { holdToMove } from "../usecases.server.ts";
import { findTouched, takeBack } from "./store.server.ts";

/** Takes an import back: earlier figures are current again, and the history keeps those taken back. */
export const withdrawImport = command({
  name: "import.withdraw",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  async run(permit, { id }) {
    await takeTurn(permit);
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    const at = permit.clock.now();
    const done = await takeBack(permit, id, await findTouched(permit, id), at);
    await updateBatch(permit, held.value, { state: "withdrawn", stateSince: at });
    return ok(done);
  },
});
