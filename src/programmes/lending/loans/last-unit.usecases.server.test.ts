import { afterAll, beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { serverForMany } from "#test/matrix/http/at-once.ts";
import { HAMADA as area, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { saveKit } from "../keeping/stock.usecases.server.ts";
import { readStockForm } from "../keeping/stock-form.queries.server.ts";
import { aWish, makeModel, makeOffice } from "../lending.testing.ts";
import { LOAN_WORDS } from "../model/lending.messages.ts";
import { listLoans } from "./loan.queries.server.ts";

const PEOPLE = 50;

const app = testApp();
const clerk = worker(HEALTH_CENTRE, "coordinator");
const at = { app, area, by: clerk };
let server: Awaited<ReturnType<typeof serverForMany>>;
beforeAll(async () => {
  await loadReferenceAreas(app);
  server = await serverForMany(app);
}, 300_000);
afterAll(() => server?.stop());

it("goes to one of fifty whose forms reach the server at once", async () => {
  const office = await makeOffice(at);
  const { id } = await makeModel(at, office, 1);
  const forms = Array.from({ length: PEOPLE }, () => aWish({ [id]: 1 }));
  const led = await server.sendAll(`/areas/${area}/lending/${office}/ask`, forms);
  expect(new Set(led.map((address) => /^\/lending\/[\w-]{43}/.exec(address)?.[0])).size).toBe(PEOPLE);
  const { loans } = expectOk(await listLoans(app, clerk, { area }));
  const of = (state: "asked" | "short") => loans.filter(({ stateName }) => stateName === LOAN_WORDS[state]);
  expect([of("asked").length, of("short").length]).toEqual([1, PEOPLE - 1]);
}, 120_000);

it("is not put back into a kit by the second editor where the first took it out", async () => {
  const office = await makeOffice(at);
  const models = [await makeModel(at, office, 1), await makeModel(at, office, 1)];
  const parts = models.map(({ id }, n) => ({ [`parts.${n}.model`]: id, [`parts.${n}.count`]: "1" }));
  const target = { area, id: newId() as string };
  const one = { office, name: "減塩セット", ...parts[0] };
  expectOk(await saveKit(app, clerk, target, { ...one, ...parts[1] }));
  const { seen } = expectOk(await readStockForm(app, clerk, target)).kit;
  expectOk(await saveKit(app, clerk, target, { ...one, seen }));
  expect(await saveKit(app, clerk, target, { ...one, ...parts[1], seen })).toMatchObject({
    error: { kind: "overtaken" },
  });
});
