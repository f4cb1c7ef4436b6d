import { newId } from "#platform/kernel/ids.ts";
import type { LendingPermit } from "../access.ts";
import { asTaken, freeOf, type Held, HOUR_MS, packed } from "../model/lending.rules.ts";
import type { Hold, Loan, Model } from "../model/lending.schema.ts";
import { lockModels, selectUnits } from "../stock/stock.store.server.ts";
import { changeHolds, selectBusy } from "./loan.store.server.ts";

export type Stock = Readonly<{ model: Model; units: readonly string[]; busy: readonly Hold[] }>;

/** Models that are held from here on, with the units that can be lent and what is kept of them. */
export async function stockOf(permit: LendingPermit, models: readonly string[]): Promise<readonly Stock[]> {
  const locked = await lockModels(permit, models);
  const units = (await selectUnits(permit)).filter(({ state }) => state === "in_use");
  const busy = await selectBusy(permit, models);
  return locked.map((model) => ({
    model,
    units: units.filter(({ modelId }) => modelId === model.id).map(({ id }) => id),
    busy: busy.filter(({ modelId }) => modelId === model.id),
  }));
}

export const busyUntilOf = ({ bufferHours }: Pick<Model, "bufferHours">, ends: Date): Date =>
  new Date(ends.getTime() + bufferHours * HOUR_MS);

/** Which units of those holds change; told by what was found. */
export const movesOf = (busy: readonly Pick<Hold, "id" | "unitId">[], given: ReadonlyMap<string, string>) =>
  new Map(
    busy.flatMap(({ id, unitId }) => {
      const unit = given.get(id);
      return unit === undefined || unit === unitId ? [] : [[id, { unitId: unit }] as const];
    }),
  );

/** Keeps so many of each model for a loan; false where one of them is short, and then nothing is kept. */
export async function keepFor(
  permit: LendingPermit,
  { id: loanId, starts, ends }: Pick<Loan, "id" | "starts" | "ends">,
  wishes: readonly Readonly<{ modelId: string; wanted: number }>[],
): Promise<boolean> {
  const now = permit.clock.now();
  const stock = await stockOf(
    permit,
    wishes.map(({ modelId }) => modelId),
  );
  const changes = new Map<string, { unitId: string }>();
  const added = [];
  for (const { model, units, busy } of stock) {
    const wanted = wishes
      .filter(({ modelId }) => modelId === model.id)
      .reduce((sum, one) => sum + one.wanted, 0);
    const span = { starts, busyUntil: busyUntilOf(model, ends) };
    const taken = busy.map((one) => asTaken(one, now));
    if (!model.lent || freeOf(units.length, taken, span) < wanted) return false;
    const more = Array.from(
      { length: wanted },
      (): Held => ({ ...span, ends, id: newId() as string, unitId: "", state: "held" }),
    );
    const given = packed(units, taken, more);
    if (!given) return false;
    for (const [id, change] of movesOf(busy, given)) changes.set(id, change);
    for (const one of more) added.push({ ...one, loanId, modelId: model.id, unitId: given.get(one.id)! });
  }
  await changeHolds(permit, { changes, added });
  return true;
}
