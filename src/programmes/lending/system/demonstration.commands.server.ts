import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import sample from "../../../../reference/demonstration/lending.json" with { type: "json" };
import { saveKit, saveModel, saveOffice, saveUnit } from "../keeping/stock.usecases.server.ts";
import { listStock } from "../loans/loan.queries.server.ts";

const ACTOR = service("demonstration");
const AREA = "hamada";

/** Loads what the public health centre of Hamada lends; what stands already stays as it is. */
export async function loadDemonstrationLending(app: App): Promise<void> {
  const { area, offices } = expectOk(await listStock(app, ACTOR, { area: AREA }));
  const idOf = (key: string) => namedId("lending", area.id, key) as string;
  const office = idOf(sample.office.key);
  if (offices.some(({ id }) => id === office)) return;
  const { key: _, ...rule } = sample.office;
  expectOk(await saveOffice(app, ACTOR, { area: AREA, id: office }, rule));
  for (const { key, units, ...model } of sample.models) {
    const id = idOf(key);
    expectOk(await saveModel(app, ACTOR, { area: AREA, id }, { ...model, office, lent: "true" }));
    for (let n = 1; n <= units; n++) {
      const number = `${key}-${String(n).padStart(2, "0")}`;
      expectOk(await saveUnit(app, ACTOR, { area: AREA, id, unit: idOf(number) }, { number }));
    }
  }
  for (const { key, name, parts } of sample.kits) {
    const rows = parts.map(({ model, count }) => ({ model: idOf(model), count: String(count) }));
    expectOk(await saveKit(app, ACTOR, { area: AREA, id: idOf(key) }, { office, name, parts: rows }));
  }
}
