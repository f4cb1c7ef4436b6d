import { afterAll, beforeAll, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { serverForMany } from "#test/matrix/http/at-once.ts";
import { readEventForm, saveEvent } from "../catalogue/event.usecases.server.ts";
import { anEvent, AREA as area, aSignUp, clerk, makeEvent, prepare } from "../events.testing.ts";
import { listSignUps } from "./sign-up.queries.server.ts";

const PEOPLE = 50;

const app = testApp();
let server: Awaited<ReturnType<typeof serverForMany>>;
beforeAll(async () => {
  await prepare(app);
  server = await serverForMany(app);
}, 300_000);
afterAll(() => server?.stop());

const listed = async (id: string) => expectOk(await listSignUps(app, clerk, { area, id })).rows;

it("goes to one of fifty whose forms reach the server at once, and the others wait in order", async () => {
  const id = await makeEvent(app, { capacity: "1" });
  const forms = Array.from({ length: PEOPLE }, () => aSignUp());
  const led = await server.sendAll(`/areas/${area}/events/${id}/sign-up`, forms);
  expect(new Set(led.map((address) => /^\/es\/[\w-]{43}/.exec(address)?.[0])).size).toBe(PEOPLE);
  const positions = (await listed(id)).flatMap(({ position }) => (position === null ? [] : [position]));
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: PEOPLE - 1 }, (_, n) => n + 1));
}, 120_000);

it("goes to one, however often each form reaches the server at once", async () => {
  const id = await makeEvent(app, { capacity: "1" });
  const forms = [aSignUp(), aSignUp()];
  await server.sendAll(
    `/areas/${area}/events/${id}/sign-up`,
    Array(PEOPLE / 2)
      .fill(forms)
      .flat(),
  );
  expect((await listed(id)).map(({ state }) => state).sort()).toEqual(["booked", "waiting"]);
}, 120_000);

it("tells the second editor of an event from which the first took out who holds it", async () => {
  const id = await makeEvent(app);
  const { seen } = expectOk(await readEventForm(app, clerk, { area, id }));
  expectOk(await saveEvent(app, clerk, { area, id }, { ...anEvent, "hosts.1.name": "", seen }));
  expect(await saveEvent(app, clerk, { area, id }, { ...anEvent, seen })).toMatchObject({
    error: { kind: "overtaken" },
  });
});
