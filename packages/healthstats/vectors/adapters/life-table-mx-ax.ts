import { lifeTable } from "../../src/life-table.ts";
import { type Adapter, numbers, option } from "../adapter.ts";

export const lifeTableMxAxAdapter: Adapter = (inputs, params) => {
  const schedule = { ages: numbers(inputs.age_start), m: numbers(inputs.mx), a: numbers(inputs.ax) };
  const { q, l, e } = lifeTable(schedule, option(params, "radix", 100_000));
  return { qx: q, lx: l, ex: e };
};
