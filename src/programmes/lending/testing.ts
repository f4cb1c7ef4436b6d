import { VISITOR } from "#foundation/actors/public.ts";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { standing } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { isWorkingDay } from "#platform/kernel/working-day.ts";
import { aModel, anOffice, aWish, makeModel, makeOffice } from "./lending.testing.ts";
import { handOver, takeBack } from "./loans/hand-over.commands.server.ts";
import { askLoan, promiseLoan } from "./loans/loan.commands.server.ts";
import { readLoan } from "./loans/loan.queries.server.ts";

type Place = ExamplePlace;

/** Lent on any day at any hour, so that examples hold whenever they run. */
const ALWAYS = {
  ...{ leadDays: "0", openOn: ["1", "2", "3", "4", "5", "6", "7"], openOnHolidays: "true" },
  ...{ opens: "00:00", closes: "23:59" },
};
const open = (from: PlainDate): PlainDate => (isWorkingDay(from) ? from : open(addDays(from, 1)));

const at = ({ app, area, secretariat }: Place) => ({ app, area, by: secretariat });

async function stock(place: Place) {
  const office = await makeOffice(at(place), ALWAYS);
  return { office, model: await makeModel(at(place), office, 1) };
}

async function loan(place: Place, upTo: "asked" | "promised" | "out" | "cleaning" = "asked") {
  const { app, area, secretariat } = place;
  const { office, model } = await stock(place);
  const today = app.clock.today();
  // What is handed over at once is fetched today; the rest on a day that is not over.
  const from = upTo === "asked" || upTo === "promised" ? open(addDays(today, 2)) : today;
  const days = { from, until: addDays(from, 1), fromTime: "23:58", untilTime: "10:00" };
  const form = aWish({ [model.id]: 1 }, days);
  const { id } = expectOk(await askLoan(app, VISITOR, { area, id: office }, form));
  const target = { area, id };
  const holds = { "lending-loan": id };
  if (upTo === "asked") return { target, holds };
  expectOk(await promiseLoan(app, secretariat, target));
  if (upTo === "promised") return { target, holds };
  expectOk(await handOver(app, secretariat, target, { signedBy: "担当者" }));
  const hold = expectOk(await readLoan(app, secretariat, target)).holds[0]!.id;
  if (upTo === "cleaning")
    expectOk(await takeBack(app, secretariat, target, { "items.0.id": hold, "items.0.condition": "good" }));
  return { target: { ...target, hold }, holds };
}

const inArea = (more: object = {}, input?: unknown) =>
  standing(({ area }) => ({ target: { area, ...more }, input }));
const onLoan = (input?: (place: Place) => unknown, upTo?: "promised"): Examples[string] =>
  standing(async (place) => ({ ...(await loan(place, upTo)), input: input?.(place) }));
const days = ({ app }: Place) => {
  const from = open(addDays(app.clock.today(), 5));
  return { from, fromTime: "10:00", until: addDays(from, 1), untilTime: "10:00" };
};

/** How the role matrix tries each command and query of lending. */
export const examples: Examples = {
  "lending.list": inArea(),
  "lending.read-today": standing(() => ({ target: {} })),
  "lending-stock.list": inArea(),
  "lending-stock.form": standing(async (place) => ({
    target: { area: place.area, id: (await stock(place)).model.id },
  })),
  "lending-use.read": inArea(),
  "lending-label.print": standing(async (place) => {
    await stock(place);
    return { target: { area: place.area } };
  }),
  "lending-office.save": standing(({ area }) => ({ target: { area, id: newId() }, input: anOffice })),
  "lending-model.save": standing(async (place) => ({
    target: { area: place.area, id: newId() },
    input: aModel(await makeOffice(at(place))),
  })),
  "lending-unit.save": standing(async (place) => {
    const { model } = await stock(place);
    const target = { area: place.area, id: model.id, unit: model.units[0] };
    return { target, input: { number: `N-${newId()}` } };
  }),
  "lending-unit.settle": standing(async (place) => {
    const { model } = await stock(place);
    return { target: { area: place.area, id: model.id, unit: model.units[0] }, input: { state: "repair" } };
  }),
  "lending-kit.save": standing(async (place) => {
    const { office, model } = await stock(place);
    const input = { office, name: "セット", "parts.0.model": model.id, "parts.0.count": "1" };
    return { target: { area: place.area, id: newId() }, input };
  }),
  "lending-loan.form": standing(async (place) => ({
    target: { area: place.area, id: (await stock(place)).office },
  })),
  "lending-loan.ask": standing(async (place) => {
    const { office, model } = await stock(place);
    return { target: { area: place.area, id: office }, input: aWish({ [model.id]: 1 }, days(place)) };
  }),
  "lending-loan.list": inArea(),
  "lending-loan.read": onLoan(),
  "lending-loan.move": onLoan(days),
  "lending-loan.cancel": onLoan(),
  "lending-loan.promise": onLoan(),
  "lending-loan.refuse": onLoan(() => ({ answer: "点検のため" })),
  "lending-loan.extend": onLoan(
    (place) => ({ until: addDays(open(addDays(place.app.clock.today(), 2)), 3), untilTime: "10:00" }),
    "promised",
  ),
  "lending-loan.hand-over": standing(async (place) => {
    const { app, area, secretariat } = place;
    const { office, model } = await stock(place);
    const today = app.clock.today();
    const form = aWish(
      { [model.id]: 1 },
      { from: today, until: addDays(today, 1), fromTime: "23:58", untilTime: "10:00" },
    );
    const { id } = expectOk(await askLoan(app, VISITOR, { area, id: office }, form));
    expectOk(await promiseLoan(app, secretariat, { area, id }));
    return { target: { area, id }, input: { signedBy: "担当者" } };
  }),
  "lending-loan.take-back": standing(async (place) => {
    const { target } = await loan(place, "out");
    const { area, id, hold } = target as { area: string; id: string; hold: string };
    return { target: { area, id }, input: { "items.0.id": hold, "items.0.condition": "good" } };
  }),
  "lending-unit.clean": standing(async (place) => ({ ...(await loan(place, "cleaning")), input: {} })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/lending": "lending.list",
  "areas/:area/lending/stock": "lending-stock.list",
  "areas/:area/lending/stock/offices/:office": "lending-stock.form of lending-loan.form",
  "areas/:area/lending/stock/models/:model": "lending-stock.form of lending-unit.save",
  "areas/:area/lending/stock/kits/:kit": "lending-stock.form of lending-stock.form",
  "areas/:area/lending/use": "lending-use.read",
  "areas/:area/lending/loans": "lending-loan.list",
  "areas/:area/lending/loans/:loan": "lending-loan.read",
  "areas/:area/lending/:office/ask": "lending-loan.form",
  "lending/:token": "lending-loan.read",
  "areas/:area/lending/labels.pdf": "lending-label.print",
};
