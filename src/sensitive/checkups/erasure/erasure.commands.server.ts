import { inArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { lockImports } from "#platform/tables/batch-store.ts";
import { checkupPolicy } from "../access.ts";
import { lockAgreement, updateErasedBefore } from "../agreements/provider-agreement.store.server.ts";
import { erasableBefore } from "./erasure.rules.ts";
import { clearImports, deleteYears } from "./erasure.store.server.ts";

/** Erases what has had its time under an agreement; editions that went out stay, and the agreement proves what came in. */
export const eraseResults = command({
  name: "provider-agreement.erase",
  ...inArea(checkupPolicy, "provider-agreement", { id: rowId() }),
  fresh: true,
  once: true,
  async run(permit, { id }) {
    // Not while an import moves the counts of the same records.
    await lockImports(permit);
    const agreement = await lockAgreement(permit, id);
    if (!agreement) return notFound("provider-agreement");
    const before = erasableBefore(agreement, permit.clock.today());
    const erased = await deleteYears(permit, { agreement: id, before });
    await clearImports(permit, id, new Date(`${before}-04-01T00:00:00+09:00`));
    await updateErasedBefore(permit, id, before);
    return ok({ erased });
  },
});
