import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { AREA, aSignUp, clerk, makeEvent } from "../../src/programmes/events/events.testing.ts";
import { listSignUps } from "../../src/programmes/events/signups/sign-up.queries.server.ts";
import { aWish, makeModel, makeOffice } from "../../src/programmes/lending/lending.testing.ts";
import { listLoans } from "../../src/programmes/lending/loans/loan.queries.server.ts";
import { LOAN_WORDS } from "../../src/programmes/lending/model/lending.messages.ts";
import { ask } from "../matrix/http/asking.ts";
import { type ServerProcess, startServer } from "../matrix/http/server.ts";

const AT_ONCE = 50;

const app = testApp();
let server: ServerProcess;

beforeAll(async () => {
  await ensurePagesBuild();
  await loadReferenceAreas(app);
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  server = await startServer(app, connectionTo(inject("server"), rows[0]!.name), { rehearsing: false });
}, 300_000);
afterAll(() => server?.stop());

/** Sends these forms at once; where each was led to. */
async function sendAll(path: string, forms: readonly object[]): Promise<string[]> {
  const sent = forms.map((form) =>
    ask(server.origin, path, "", new URLSearchParams(Object.entries(form) as [string, string][])),
  );
  const answers = await Promise.all(sent);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  return answers.map(({ location }) => location);
}
const times = <T>(of: () => T): T[] => Array.from({ length: AT_ONCE }, of);

it("of an event goes to one of fifty whose forms arrive at the server at once", async () => {
  const id = await makeEvent(app, { capacity: "1" });
  const led = await sendAll(
    `/areas/${AREA}/events/${id}/sign-up`,
    times(() => aSignUp()),
  );
  expect(new Set(led).size).toBe(AT_ONCE);
  const { rows } = expectOk(await listSignUps(app, clerk, { area: AREA, id }));
  const positions = rows.flatMap(({ position }) => (position === null ? [] : [position]));
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: AT_ONCE - 1 }, (_, n) => n + 1));
}, 120_000);

it("of an event goes to one, however often each form is sent at once", async () => {
  const id = await makeEvent(app, { capacity: "1" });
  const forms = [aSignUp(), aSignUp()];
  await sendAll(
    `/areas/${AREA}/events/${id}/sign-up`,
    Array(AT_ONCE / 2)
      .fill(forms)
      .flat(),
  );
  expect(expectOk(await listSignUps(app, clerk, { area: AREA, id })).rows).toHaveLength(2);
}, 120_000);

it("of what is lent goes to one of fifty whose forms arrive at the server at once", async () => {
  const at = { app, area: AREA, by: clerk };
  const office = await makeOffice(at);
  const model = await makeModel(at, office, 1);
  await sendAll(
    `/areas/${AREA}/lending/${office}/ask`,
    times(() => ({ ...aWish({ [model.id]: 1 }), once: newId() as string })),
  );
  const { loans } = expectOk(await listLoans(app, clerk, { area: AREA }));
  const of = (state: "asked" | "short") => loans.filter(({ stateName }) => stateName === LOAN_WORDS[state]);
  expect([of("asked").length, of("short").length]).toEqual([1, AT_ONCE - 1]);
}, 120_000);
