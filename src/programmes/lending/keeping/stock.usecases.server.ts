import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { lendingPolicy } from "../access.ts";
import { changeHolds, selectLoans } from "../loans/loan.store.server.ts";
import { movesOf, stockOf } from "../loans/placing.commands.server.ts";
import { SAY } from "../model/lending.messages.ts";
import { asTaken, settled } from "../model/lending.rules.ts";
import { KitInput, ModelInput, OfficeInput, UnitInput } from "../model/lending.schema.ts";
import { UNIT_STATES } from "../model/lending-states.schema.ts";
import { kitValues, modelValues, officeValues } from "../stock/stock.present.ts";
import {
  lockKit,
  lockModels,
  lockOffice,
  selectModels,
  selectOffices,
  selectUnits,
  updateUnitState,
  upsertKit,
  upsertModel,
  upsertOffice,
  upsertUnit,
} from "../stock/stock.store.server.ts";

/** An office with its rule: who may borrow, how long before, how long, on which days. */
export const saveOffice = command({
  name: "lending-office.save",
  ...inArea(lendingPolicy, "lending-office", { id: rowId() }),
  input: OfficeInput,
  once: true,
  seen: async (permit, { id }) => officeValues(await lockOffice(permit, id)),
  async run(permit, { area: _, id, ...told }) {
    await upsertOffice(permit, id, told);
    return ok({ id });
  },
});

export const saveModel = command({
  name: "lending-model.save",
  ...inArea(lendingPolicy, "lending-model", { id: rowId() }),
  input: ModelInput,
  once: true,
  seen: async (permit, { id }) => modelValues((await lockModels(permit, [id]))[0]),
  async run(permit, { area: _, id, ...told }) {
    if (!(await selectOffices(permit)).some((one) => one.id === told.officeId))
      return notFound("lending-office");
    await upsertModel(permit, id, told);
    return ok({ id });
  },
});

/** A unit of a model. Its number stands on the label; no other of the area has it. */
export const saveUnit = command({
  name: "lending-unit.save",
  ...inArea(lendingPolicy, "lending-model", { id: rowId(), unit: rowId() }),
  input: UnitInput,
  once: true,
  async run(permit, { area: _, id: model, unit, ...told }) {
    const [locked] = await lockModels(permit, [model]);
    if (!locked) return notFound("lending-model");
    const units = await selectUnits(permit);
    if (units.some((one) => one.id === unit && one.modelId !== model)) return notFound("lending-unit");
    if (units.some((one) => one.number === told.number && one.id !== unit))
      return conflict(`管理番号「${told.number}」は、別の機器で使用しています。`);
    await upsertUnit(permit, unit, model, told);
    return ok({ id: unit });
  },
});

/** Takes a unit out of use or brings it back. Loans that were to have it move to others, or it is refused with their numbers. */
export const settleUnit = command({
  name: "lending-unit.settle",
  ...inArea(lendingPolicy, "lending-model", { id: rowId(), unit: rowId() }),
  input: z.object({ state: choice("状態", UNIT_STATES) }),
  async run(permit, { id: model, unit, state }) {
    const [stock] = await stockOf(permit, [model]);
    const known = (await selectUnits(permit)).find((one) => one.id === unit && one.modelId === model);
    if (!stock || !known) return notFound("lending-unit");
    if (state !== "in_use") {
      const busy = stock.busy.map((one) => asTaken(one, permit.clock.now()));
      if (busy.some((one) => one.unitId === unit && one.state === "out")) return conflict(SAY.isOut);
      const left = stock.units.filter((one) => one !== unit);
      const held = busy.filter((one) => one.state === "held");
      const given = settled(
        left,
        busy.filter((one) => one.state !== "held"),
        held,
      );
      if (!given) {
        const of = held.filter(({ unitId }) => unitId === unit).map(({ loanId }) => loanId);
        const loans = (await selectLoans(permit)).filter(({ id }) => of.includes(id));
        return conflict(SAY.promised(loans.map(({ number }) => number).sort()));
      }
      await changeHolds(permit, { changes: movesOf(stock.busy, given) });
    }
    await updateUnitState(permit, unit, state);
    return ok({ id: unit });
  },
});

/** A kit is made of models: which unit is in it is settled with each loan. */
export const saveKit = command({
  name: "lending-kit.save",
  ...inArea(lendingPolicy, "lending-kit", { id: rowId() }),
  input: KitInput,
  once: true,
  seen: async (permit, { id }) => kitValues(await lockKit(permit, id)),
  values: ({ office, ...kit }) => kitValues({ ...kit, officeId: office }),
  async run(permit, { id, office, name, parts }) {
    const models = await selectModels(permit);
    const ofOffice = (model: string) => models.some((one) => one.id === model && one.officeId === office);
    if (!parts.every(({ model }) => ofOffice(model))) return notFound("lending-model");
    await upsertKit(permit, id, { officeId: office, name, parts });
    return ok({ id });
  },
});
