import { areasAs } from "#foundation/actors/public.ts";
import { getArea, inArea, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { type LendingPermit, lendingPolicy } from "../access.ts";
import { dayOf } from "../model/lending.rules.ts";
import { selectKits, selectModels, selectOffices, selectUnits } from "../stock/stock.store.server.ts";
import { ofLoan, thingsOf } from "./loan.commands.server.ts";
import { freeDays, holdView, loanRow, loanView, officeView } from "./loan.present.ts";
import {
  findLoan,
  selectBusy,
  selectDue,
  selectHolds,
  selectLoans,
  selectUse,
  selectWishes,
} from "./loan.store.server.ts";

export async function placeOf(permit: LendingPermit) {
  const { id, name, slug } = await getArea(permit, permit.subject.area);
  return { id, name, slug };
}

/** What is lent where, and what is free on which day, before anybody asks. */
export const listLending = query({
  name: "lending.list",
  ...inArea(lendingPolicy, "lending-office"),
  async run(permit) {
    const [offices, models, units] = [
      await selectOffices(permit),
      (await selectModels(permit)).filter(({ lent }) => lent),
      await selectUnits(permit),
    ];
    const busy = await selectBusy(
      permit,
      models.map(({ id }) => id),
    );
    const when = { today: permit.clock.today(), now: permit.clock.now() };
    return ok({
      area: await placeOf(permit),
      staff: lendingPolicy.may(permit.actor, "lending-loan.list", permit.subject) !== undefined,
      offices: offices.map((office) => ({
        ...officeView(office),
        models: models
          .filter(({ officeId }) => officeId === office.id)
          .map((model) => freeDays(office, model, units, busy, when)),
      })),
    });
  },
});

/** What the form of a wish shows. */
export const readAskForm = query({
  name: "lending-loan.form",
  ...inArea(lendingPolicy, "lending-office", { id: rowId() }),
  async run(permit, { id }) {
    const office = (await selectOffices(permit)).find((one) => one.id === id);
    if (!office) return notFound("lending-office");
    const { models, kits } = await thingsOf(permit, id);
    return ok({
      office: officeView(office),
      things: [...models, ...kits].map((one) => ({ id: one.id, name: one.name })),
      area: await placeOf(permit),
      times: { fromTime: office.opens, untilTime: office.opens },
      once: newId() as string,
    });
  },
});

/** One loan, for whoever asked and for the office. */
export const readLoan = query({
  ...ofLoan,
  name: "lending-loan.read",
  async run(permit, { id }) {
    const loan = await findLoan(permit, id);
    const office = loan && (await selectOffices(permit)).find((one) => one.id === loan.officeId);
    if (!loan || !office) return notFound("lending-loan");
    const models = await selectModels(permit);
    const holds = await selectHolds(permit, id);
    const units = await selectUnits(permit);
    return ok({
      ...loanView(loan, await selectWishes(permit, [id]), models),
      holds: holds.map((one) => holdView(one, models, units)),
      times: { fromTime: office.opens, untilTime: office.opens },
      office: officeView(office),
      area: await placeOf(permit),
    });
  },
});

/** Loans of an area for the office, with what is late and what waits behind it. */
export const listLoans = query({
  name: "lending-loan.list",
  ...inArea(lendingPolicy, "lending-loan"),
  async run(permit) {
    const now = permit.clock.now();
    return ok({
      area: await placeOf(permit),
      loans: (await selectLoans(permit)).map((one) => loanRow(one, now)),
    });
  },
});

/** What there is: offices, models with their units, kits. */
export const listStock = query({
  name: "lending-stock.list",
  ...inArea(lendingPolicy, "lending-office"),
  async run(permit) {
    return ok({
      area: await placeOf(permit),
      offices: await selectOffices(permit),
      models: await selectModels(permit),
      units: await selectUnits(permit),
      kits: await selectKits(permit),
    });
  },
});

/** How often each model was lent in each fiscal year, by size, and how many were asked for in vain. */
export const readUse = query({
  name: "lending-use.read",
  ...inArea(lendingPolicy, "lending-office"),
  async run(permit) {
    return ok({ area: await placeOf(permit), rows: await selectUse(permit) });
  },
});

/** Of the secretariat: what was asked for, what is late and who comes next for the same unit. */
export const lendingToday = query({
  name: "lending.read-today",
  ...ofToday(lendingPolicy),
  async run(permit) {
    const due = await selectDue(permit, areasAs(permit.actor, "coordinator"));
    return ok(
      due.map(({ areaId, id, number, state, starts, ends, next }): TodayItem => {
        const action = { to: `/areas/${areaId}/lending/loans/${id}`, label: "開く" };
        return state === "asked"
          ? {
              urgency: "today",
              title: `機器の貸出し（${number}）の申込みを確認してください`,
              due: dayOf(starts),
              action,
            }
          : {
              urgency: "today",
              title: `機器の返却が遅れています（${number}）${next ? `。次の貸出し（${next}）に影響します` : ""}`,
              due: dayOf(ends),
              action,
            };
      }),
    );
  },
});
