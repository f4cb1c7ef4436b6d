import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { settleUnit } from "../keeping/stock.usecases.server.ts";
import { aWish, makeKit, makeModel, makeOffice } from "../lending.testing.ts";
import { printLabels } from "../stock/label.queries.server.ts";
import { loadDemonstrationLending } from "../system/demonstration.commands.server.ts";
import { cleanUnit, extendLoan, handOver, takeBack } from "./hand-over.commands.server.ts";
import { askLoan, cancelLoan, moveLoan, promiseLoan } from "./loan.commands.server.ts";
import { lendingToday, listLending, listStock, readUse } from "./loan.queries.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const at = { app, area: HAMADA, by: CLERK };
const day = (text: string) => ({ ...app, clock: fixedClock(`${text}T01:00:00Z`) });

beforeAll(async () => {
  await loadReferenceAreas(app);
});

const ask = async (office: string, wants: Readonly<Record<string, number>>, change: object = {}) =>
  expectOk(await askLoan(app, VISITOR, { area: HAMADA, id: office }, aWish(wants, change)));
const target = (id: string) => ({ area: HAMADA, id });

/** What stands of a loan, as the database has it. */
async function holdsOf(loan: string) {
  const { rows } = await app.db.transaction().execute(async (tx) => {
    await sql.raw("set local yui.areas = '*'").execute(tx);
    return sql<{ id: string; unit_id: string; state: string }>`select id, unit_id, state from lending_hold
      where loan_id = ${loan} and state <> 'freed' order by id`.execute(tx);
  });
  return rows;
}

/** Asked, promised and handed over. */
async function lent(office: string, wants: Readonly<Record<string, number>>, change: object = {}) {
  const { id } = await ask(office, wants, change);
  expectOk(await promiseLoan(app, CLERK, target(id)));
  expectOk(await handOver(day("2026-12-04"), CLERK, target(id), { signedBy: "担当者" }));
  return id;
}

it("gives the last unit to one of fifty, and tells the others so", async () => {
  const office = await makeOffice(at);
  const { id: model } = await makeModel(at, office, 1);
  const all = await Promise.all(Array.from({ length: 50 }, () => ask(office, { [model]: 1 })));
  expect(all.map(({ state }) => state).sort()).toEqual(["asked", ...Array(49).fill("short")]);
});

it("is one loan when the same form is sent twice, and opens by its link alone", async () => {
  const office = await makeOffice(at);
  const { id: model } = await makeModel(at, office, 3);
  const form = aWish({ [model]: 2 });
  const send = () => askLoan(app, VISITOR, target(office), form);
  const [first, second] = [expectOk(await send()), expectOk(await send())];
  expect(second.id).toBe(first.id);
  expect(await holdsOf(first.id)).toHaveLength(2);
  const { holder } = expectOk(await openLink(app, first.token, "lending-loan"));
  expectOk(await cancelLoan(app, holder, target(first.id)));
  expect(await holdsOf(first.id)).toEqual([]);
  const other = await ask(office, { [model]: 1 });
  expect((await cancelLoan(app, holder, target(other.id))).ok).toBe(false);
});

it("lends a kit as its models, and not while one part is away", async () => {
  const office = await makeOffice(at);
  const { id: meter } = await makeModel(at, office, 2, { name: "塩分計" });
  const { id: leaflets } = await makeModel(at, office, 2, { name: "リーフレット" });
  const kit = await makeKit(at, office, [
    [meter, 1],
    [leaflets, 2],
  ]);
  const other = await makeKit(at, office, [[meter, 1]]);
  const first = await ask(office, { [leaflets]: 1 });
  expect(await ask(office, { [kit]: 1 })).toMatchObject({ state: "short" });
  expectOk(await cancelLoan(app, CLERK, target(first.id)));
  const both = await ask(office, { [kit]: 1, [other]: 1 });
  expect(both.state).toBe("asked");
  expect(await holdsOf(both.id)).toHaveLength(4);
  expect(await ask(office, { [meter]: 1 })).toMatchObject({ state: "short" });
});

it("does not stay longer than the next begins: the day is named, and not who waits", async () => {
  const office = await makeOffice(at);
  const { id: model } = await makeModel(at, office, 1);
  const id = await lent(office, { [model]: 1 });
  const next = await ask(
    office,
    { [model]: 1 },
    { from: "2026-12-09", until: "2026-12-10", workplace: "次の事業所" },
  );
  const extend = (until: string) =>
    extendLoan(day("2026-12-07"), CLERK, target(id), { until, untilTime: "10:00" });
  expectOk(await extend("2026-12-08"));
  const refused = await extend("2026-12-10");
  expect(refused).toMatchObject({ error: { kind: "conflict", message: /2026年12月9日/ } });
  expect(JSON.stringify(refused)).not.toContain("次の事業所");
  expectOk(await cancelLoan(app, CLERK, target(next.id)));
  expectOk(await extend("2026-12-10"));
});

it("takes back one damaged, lends it no more, and moves a later loan to another unit", async () => {
  const office = await makeOffice(at);
  const { id: model, units } = await makeModel(at, office, 5, { storesReadings: "true" });
  const id = await lent(office, { [model]: 5 });
  const next = await ask(office, { [model]: 4 }, { from: "2026-12-09", until: "2026-12-10" });
  const holds = await holdsOf(id);
  const bring = (conditions: readonly string[]) =>
    Object.fromEntries(
      conditions.flatMap((condition, n) => [
        [`items.${n}.id`, holds[n]!.id],
        [`items.${n}.condition`, condition],
      ]),
    );
  const monday = day("2026-12-07");
  const part = ["good", "good", "", "", ""];
  expect(expectOk(await takeBack(monday, CLERK, target(id), bring(part)))).toMatchObject({ whole: false });
  const rest = ["", "", "good", "good", "damaged"];
  expect(expectOk(await takeBack(monday, CLERK, target(id), bring(rest)))).toMatchObject({
    whole: true,
    short: [],
  });
  const broken = holds[4]!.unit_id;
  expect(units).toContain(broken);
  expect((await holdsOf(next.id)).map(({ unit_id }) => unit_id)).not.toContain(broken);
  expect(await ask(office, { [model]: 5 }, { from: "2027-01-12", until: "2027-01-13" })).toMatchObject({
    state: "short",
  });
  expectOk(await promiseLoan(app, CLERK, target(next.id)));
  const hand = () => handOver(day("2026-12-09"), CLERK, target(next.id), { signedBy: "次" });
  expect(await hand()).toMatchObject({ error: { kind: "conflict", message: /清掃/ } });
  for (const { id: hold } of holds.slice(0, 4)) {
    expect(await cleanUnit(monday, CLERK, { ...target(id), hold }, {})).toMatchObject({
      error: { kind: "invalid" },
    });
    expectOk(await cleanUnit(monday, CLERK, { ...target(id), hold }, { erased: "true" }));
  }
  expectOk(await hand());
  expectOk(await settleUnit(app, CLERK, { area: HAMADA, id: model, unit: broken }, { state: "in_use" }));
});

it("does not hand on what is not back, and takes another one where there is one", async () => {
  const office = await makeOffice(at);
  const { id: model } = await makeModel(at, office, 1);
  await lent(office, { [model]: 1 });
  const next = await ask(office, { [model]: 1 }, { from: "2026-12-09", until: "2026-12-10" });
  expectOk(await promiseLoan(app, CLERK, target(next.id)));
  const hand = () => handOver(day("2026-12-09"), CLERK, target(next.id), { signedBy: "次" });
  expect(await hand()).toMatchObject({ error: { kind: "conflict" } });
  const late = await askLoan(
    day("2026-12-09"),
    VISITOR,
    target(office),
    aWish({ [model]: 1 }, { from: "2026-12-21", until: "2026-12-22" }),
  );
  expect(expectOk(late).state).toBe("short");
});

it("retires no unit that is promised, unless another takes its place", async () => {
  const office = await makeOffice(at);
  const { id: model, units } = await makeModel(at, office, 2);
  const first = await ask(office, { [model]: 1 });
  const [held] = await holdsOf(first.id);
  const settle = (unit: string) =>
    settleUnit(app, CLERK, { area: HAMADA, id: model, unit }, { state: "repair" });
  expectOk(await settle(held!.unit_id));
  const [moved] = await holdsOf(first.id);
  expect(units.filter((unit) => unit !== held!.unit_id)).toEqual([moved!.unit_id]);
  expect(await settle(moved!.unit_id)).toMatchObject({
    error: { message: expect.stringContaining(first.number) },
  });
});

it("asks on other days after it was short, and keeps what it had where these are short too", async () => {
  const office = await makeOffice(at);
  const { id: model } = await makeModel(at, office, 1);
  await ask(office, { [model]: 1 });
  const short = await ask(office, { [model]: 1 });
  const days = { from: "2026-12-08", fromTime: "10:00", until: "2026-12-09", untilTime: "10:00" };
  expectOk(await moveLoan(app, CLERK, target(short.id), days));
  const back = { ...days, from: "2026-12-04", until: "2026-12-07" };
  expect(await moveLoan(app, CLERK, target(short.id), back)).toMatchObject({ error: { kind: "conflict" } });
  expect(await holdsOf(short.id)).toMatchObject([{ state: "held" }]);
});

it("can't keep one unit twice, whatever the program thinks", async () => {
  const office = await makeOffice(at);
  const { id: model, units } = await makeModel(at, office, 1);
  const first = await ask(office, { [model]: 1 });
  const twice = app.db.transaction().execute(async (tx) => {
    await sql.raw(`set local yui.areas = ',${HAMADA},'`).execute(tx);
    await sql`insert into lending_hold (area_id, id, loan_id, model_id, unit_id, state, starts, ends, busy_until)
      values (${HAMADA}, ${newId()}, ${first.id}, ${model}, ${units[0]}, 'held', '2026-12-05', '2026-12-06', '2026-12-06')`.execute(
      tx,
    );
  });
  await expect(twice).rejects.toMatchObject({ code: "23P01" });
});

it("fills the sample area once, shows what is free, prints labels, and names who waits behind what is late", async () => {
  await loadDemonstrationLending(app);
  await loadDemonstrationLending(app);
  const { units, kits } = expectOk(await listStock(app, CLERK, { area: "hamada" }));
  expect(units.filter(({ number }) => number.startsWith("P-"))).toHaveLength(10);
  expect(kits.some(({ name }) => name === "減塩セット")).toBe(true);
  const { pdf } = expectOk(await printLabels(app, CLERK, { area: HAMADA }));
  expect(Buffer.from(pdf).subarray(0, 4).toString()).toBe("%PDF");

  const office = await makeOffice(at, { name: "貸出しの窓口" });
  const { id: model } = await makeModel(at, office, 2, { name: "心拍計" });
  const id = await lent(office, { [model]: 2 });
  const freeOn = async (when: string) => {
    const { offices } = expectOk(await listLending(day(when), VISITOR, { area: HAMADA }));
    return offices.find((one) => one.id === office)!.models[0]!.days[0]!.free;
  };
  expect(await freeOn("2026-12-03")).toBe(0);
  const next = await ask(office, { [model]: 1 }, { from: "2026-12-10", until: "2026-12-11" });
  expect(await freeOn("2026-12-09")).toBe(0);
  const late = expectOk(await lendingToday(day("2026-12-09"), CLERK, {})).filter(({ title }) =>
    title.includes("遅れています"),
  );
  expect(late.find(({ action }) => action?.to.endsWith(id))!.title).toContain(next.number);
  await ask(office, { [model]: 2 }, { from: "2026-12-10", until: "2026-12-11" });
  const { rows } = expectOk(await readUse(app, CLERK, { area: HAMADA }));
  expect(rows.find((one) => one.model === "心拍計")).toMatchObject({ year: 2026, lent: 2, short: 2 });
});
