import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { LendingPermit } from "../access.ts";
import { LOAN_WORDS, SAY } from "../model/lending.messages.ts";
import {
  againstRule,
  asTaken,
  dayOf,
  earlier,
  firstClash,
  type Held,
  instantAt,
  settled,
} from "../model/lending.rules.ts";
import { BackInput, ExtendInput } from "../model/lending.schema.ts";
import { LOAN_STEPS } from "../model/lending-states.schema.ts";
import { selectOffices, updateUnitState } from "../stock/stock.store.server.ts";
import { ofLoan } from "./loan.commands.server.ts";
import { changeHolds, findLoan, selectHolds, updateLoan } from "./loan.store.server.ts";
import { busyUntilOf, movesOf, type Stock, stockOf } from "./placing.commands.server.ts";

type Change =
  Parameters<typeof changeHolds>[1]["changes"] extends ReadonlyMap<string, infer One> ? One : never;

const FAR = new Date("9999-01-01T00:00:00Z");
const isHeld = ({ state }: Pick<Held, "state">) => state === "held";

async function loanWith(permit: LendingPermit, id: string, step: "extend" | "hand-over" | "take-back") {
  const loan = await findLoan(permit, id);
  if (!loan) return notFound("lending-loan");
  const next = stepFrom(LOAN_STEPS, loan.state, step);
  if (!next.ok) return wrongState(LOAN_WORDS[loan.state]);
  const first = await selectHolds(permit, id);
  const stock = await stockOf(
    permit,
    first.map(({ modelId }) => modelId),
  );
  return ok({ loan, next: next.value, stock, own: await selectHolds(permit, id) });
}

/** How the others of a model lie beside those of one loan, which has them from or until other times now. */
function beside({ units, busy }: Stock, own: readonly Held[], now: Date) {
  const others = busy.filter(({ id }) => own.every((one) => one.id !== id)).map((one) => asTaken(one, now));
  const all = [...others, ...own];
  return {
    others,
    given: settled(
      units,
      all.filter((one) => !isHeld(one)),
      all.filter(isHeld),
    ),
  };
}

/** The borrower keeps it longer, if nobody is promised it: who is told the day, and never who waits. */
export const extendLoan = command({
  ...ofLoan,
  name: "lending-loan.extend",
  input: ExtendInput,
  async run(permit, { id, until, untilTime }) {
    const found = await loanWith(permit, id, "extend");
    if (!found.ok) return found;
    const { loan, stock, own } = found.value;
    const now = permit.clock.now();
    const ends = instantAt(until, untilTime);
    if (ends <= loan.ends) return invalid({ until: ["今の返却日時より後の日時を入力してください。"] });
    const office = (await selectOffices(permit)).find((one) => one.id === loan.officeId)!;
    const from = dayOf(loan.starts);
    const wish = { from, fromTime: office.opens, until, untilTime };
    const wrong = againstRule(office, wish, { now, byOffice: true });
    if (wrong?.until ?? wrong?.untilTime) return invalid(wrong!);
    const changes = new Map<string, Change>();
    for (const one of stock) {
      const busyUntil = busyUntilOf(one.model, ends);
      const still = own.filter(
        ({ modelId, state }) => modelId === one.model.id && (state === "out" || state === "held"),
      );
      const longer = still.map((hold) => ({ ...hold, ends, busyUntil }));
      const { others, given } = beside(one, longer, now);
      if (!given) {
        const span = { starts: still[0]!.busyUntil, busyUntil };
        const clash = firstClash(one.units.length, others, still.length, span) ?? loan.ends;
        return conflict(SAY.taken(showDateJa(dayOf(clash))));
      }
      for (const [hold, change] of movesOf([...one.busy, ...still], given)) changes.set(hold, change);
      for (const { id: hold } of longer) changes.set(hold, { ...changes.get(hold), ends, busyUntil });
    }
    await changeHolds(permit, { changes });
    await updateLoan(permit, id, { ends });
    return ok({ id });
  },
});

/** What was kept is handed over, each with what comes with it; what others still have is replaced by another unit. */
export const handOver = command({
  ...ofLoan,
  name: "lending-loan.hand-over",
  input: z.object({ signedBy: text("受け取った方", { most: 60 }) }),
  async run(permit, { id, signedBy }) {
    const found = await loanWith(permit, id, "hand-over");
    if (!found.ok) return found;
    const { loan, next, stock, own } = found.value;
    const now = permit.clock.now();
    if (dayOf(now) < dayOf(loan.starts)) return conflict(SAY.early);
    const starts = earlier(now, loan.starts);
    const changes = new Map<string, Change>();
    for (const one of stock) {
      const mine = own.filter(({ modelId }) => modelId === one.model.id).map((hold) => ({ ...hold, starts }));
      // What is not back, or not yet clean, can't be handed on, whatever its time says.
      const there = one.busy.map((hold) => (isHeld(hold) ? hold : { ...hold, busyUntil: FAR }));
      const { given } = beside({ ...one, busy: there }, mine, now);
      if (!given) return conflict(SAY.notBack);
      for (const [hold, change] of movesOf([...one.busy, ...mine], given)) changes.set(hold, change);
      for (const { id: hold } of mine) changes.set(hold, { ...changes.get(hold), starts, state: "out" });
    }
    await changeHolds(permit, { changes });
    await updateLoan(permit, id, { state: next, signedBy, outAt: now });
    return ok({ id });
  },
});

/**
 * Some or all come back. What is whole waits to be cleaned; what is damaged or lost is lent no more until it is settled, and
 * later loans move to other units. `short` are those for which there is none.
 */
export const takeBack = command({
  ...ofLoan,
  name: "lending-loan.take-back",
  input: BackInput,
  async run(permit, { id, items }) {
    const found = await loanWith(permit, id, "take-back");
    if (!found.ok) return found;
    const { loan, stock, own } = found.value;
    const now = permit.clock.now();
    const out = own.filter(({ state }) => state === "out");
    const back = items.flatMap((item) =>
      out.filter((hold) => hold.id === item.id).map((hold) => ({ ...item, hold })),
    );
    if (items.length === 0) return conflict(SAY.none);
    if (back.length < items.length) return notFound("lending-hold");
    const changes = new Map<string, Change>();
    const short = new Set<string>();
    for (const one of stock) {
      const mine = back.filter(({ hold }) => hold.modelId === one.model.id);
      const gone = mine.filter(({ condition }) => condition !== "good").map(({ hold }) => hold.unitId);
      const units = one.units.filter((unit) => !gone.includes(unit));
      const after = one.busy
        .filter(({ id: hold }) => !mine.some((each) => each.hold.id === hold && each.condition !== "good"))
        .map((hold) => {
          const whole = mine.some((each) => each.hold.id === hold.id);
          const soonest = new Date(Math.max(+now, +hold.starts + 60_000));
          return whole
            ? { ...hold, state: "cleaning" as const, busyUntil: busyUntilOf(one.model, soonest) }
            : hold;
        });
      const given = settled(
        units,
        after.filter((hold) => !isHeld(hold)),
        after.filter(isHeld),
      );
      for (const { id: hold, state, busyUntil } of after)
        if (state === "cleaning") changes.set(hold, { state, busyUntil });
      if (given) for (const [hold, change] of movesOf(one.busy, given)) changes.set(hold, change);
      else {
        const hit = after.filter(
          (hold) => isHeld(hold) && mine.some((each) => each.hold.unitId === hold.unitId),
        );
        for (const { loanId } of hit) short.add(loanId);
        // The next one keeps its unit and its time: cleaning ends where that begins.
        for (const { hold } of mine) {
          const next = hit.find(({ unitId }) => unitId === hold.unitId);
          const kept = changes.get(hold.id);
          if (next && kept?.busyUntil && kept.busyUntil > next.starts)
            changes.set(
              hold.id,
              next.starts > hold.starts ? { ...kept, busyUntil: next.starts } : { state: "back" },
            );
        }
      }
      for (const { hold, condition, remark } of mine) {
        const told = { returnedAt: now, condition, remark };
        changes.set(hold.id, { ...(changes.get(hold.id) ?? { state: "back" }), ...told });
      }
      for (const { hold, condition } of mine)
        if (condition !== "good")
          await updateUnitState(permit, hold.unitId, condition === "lost" ? "lost" : "repair");
    }
    await changeHolds(permit, { changes });
    const all = back.length === out.length;
    if (all) await updateLoan(permit, id, { state: "returned", returnedAt: now });
    return ok({ id, whole: all, short: [...short].filter((one) => one !== loan.id) });
  },
});

/** What came back is clean again, and nothing of whoever wore it is left in it. */
export const cleanUnit = command({
  ...ofLoan,
  target: ofLoan.target.extend({ hold: rowId() }),
  name: "lending-unit.clean",
  input: z.object({ erased: z.stringbool().default(false) }),
  async run(permit, { id, hold: held, erased }) {
    const hold = (await selectHolds(permit, id)).find((one) => one.id === held);
    if (hold?.state !== "cleaning") return notFound("lending-hold");
    const [one] = await stockOf(permit, [hold.modelId]);
    if (one!.model.storesReadings && !erased) return invalid({ erased: [SAY.erase] });
    await changeHolds(permit, { changes: new Map([[held, { state: "back" }]]) });
    return ok({ id });
  },
});
