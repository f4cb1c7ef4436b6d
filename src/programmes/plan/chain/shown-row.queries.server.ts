import type { AreaId } from "#platform/kernel/ids.ts";
import type { FormValues } from "#platform/kernel/result.ts";
import type { PlanPermit } from "../access.ts";
import type { Thing } from "../model/plan.schema.ts";
import { holdThing } from "./deleted-row.store.server.ts";

/** What the form of a row shows, as it stands now: for `seen`. Nobody else changes it until the transaction ends. */
export const shownNow =
  <Row>(
    thing: Thing,
    find: (permit: PlanPermit, area: AreaId, id: string) => Promise<Row | undefined>,
    values: (row: Row) => FormValues,
  ) =>
  async (permit: PlanPermit, { area, id }: Readonly<{ area: AreaId; id: string }>) => {
    await holdThing(permit, area, thing, id);
    const row = await find(permit, area, id);
    return row && values(row);
  };
