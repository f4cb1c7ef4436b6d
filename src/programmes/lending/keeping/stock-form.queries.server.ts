import { inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { lendingPolicy } from "../access.ts";
import { placeOf } from "../loans/loan.queries.server.ts";
import { kitValues, modelValues, officeValues } from "../stock/stock.present.ts";
import { selectKits, selectModels, selectOffices, selectUnits } from "../stock/stock.store.server.ts";

/** What the form of an office, a model with its units, or a kit shows; `id` is left out for a new one. */
export const readStockForm = query({
  name: "lending-stock.form",
  ...inArea(lendingPolicy, "lending-office", { id: rowId().optional() }),
  async run(permit, { id }) {
    const [offices, models, kits] = [
      await selectOffices(permit),
      await selectModels(permit),
      await selectKits(permit),
    ];
    const of = <T extends { id: string }>(all: readonly T[]) => all.find((one) => one.id === id);
    const [office, model, kit] = [of(offices), of(models), of(kits)];
    if (id !== undefined && !office && !model && !kit) return notFound("lending-stock");
    const choices = (all: readonly Readonly<{ id: string; name: string }>[]) =>
      all.map((one) => ({ value: one.id, label: one.name }));
    return ok({
      area: await placeOf(permit),
      office: formShowing(officeValues(office)),
      model: formShowing(modelValues(model)),
      kit: formShowing(kitValues(kit)),
      offices: choices(offices),
      models: choices(models),
      units: (await selectUnits(permit)).filter(({ modelId }) => modelId === id),
    });
  },
});
