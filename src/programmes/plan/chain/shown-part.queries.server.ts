import type { FormValues } from "#platform/kernel/result.ts";
import type { PlanPermit } from "../access.ts";
import type { PlanPart } from "../model/plan.schema.ts";
import { PARTS } from "./plan-part.store.server.ts";

/** What the form of a row shows, as it stands now: for `seen`. Nobody else changes it until the transaction ends. */
export const shownNow =
  <Part>(
    kind: PlanPart,
    find: (permit: PlanPermit, id: string) => Promise<Part | undefined>,
    values: (part: Part) => FormValues,
  ) =>
  async (permit: PlanPermit, { id }: Readonly<{ id: string }>) => {
    await PARTS.lock(permit, kind, id);
    const part = await find(permit, id);
    return part && values(part);
  };
