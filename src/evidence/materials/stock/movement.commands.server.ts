import { inArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { materialPolicy } from "../access.ts";
import { lockEditions } from "../catalogue/material.store.server.ts";
import { MovementInput } from "../model/material.schema.ts";
import { changeBy } from "../model/stock.rules.ts";
import { insertMovement, selectCopies } from "./movement.store.server.ts";

/** Copies come, go, or are counted. The edition is held meanwhile, so that two never take the same copies. */
export const moveStock = command({
  name: "material-stock.move",
  ...inArea(materialPolicy, "material-edition", { id: rowId() }),
  input: MovementInput,
  once: true,
  async run(permit, { id, kind, amount, holder, reason, day }) {
    const today = permit.clock.today();
    if (day && day > today) return invalid({ day: ["本日までの日付を入力してください。"] });
    const [edition] = await lockEditions(permit, [id]);
    if (!edition) return notFound("edition");
    const change = changeBy(kind, amount, (await selectCopies(permit, [id])).get(id)!);
    if (!change.ok)
      return change.error.kind === "conflict" ? invalid({ amount: [change.error.message] }) : change;
    // A count that finds what there should be changes nothing.
    if (change.value !== 0)
      await insertMovement(permit, { editionId: id, kind, amount: change.value, holder, reason, day });
    return ok({ id });
  },
});
