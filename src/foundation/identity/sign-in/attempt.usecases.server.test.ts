import { expect, it } from "vitest";
import { db } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { NOW, testApp } from "#test/app.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { LIMITS } from "./attempt.rules.ts";
import { countTry } from "./attempt.store.server.ts";
import { sweepTries } from "./attempt.usecases.server.ts";

const app = testApp();
const LONGEST = Math.max(...Object.values(LIMITS).map(({ minutes }) => minutes));
const setClock = (minutes: number) =>
  Object.assign(app, { clock: fixedClock(new Date(Date.parse(NOW) + minutes * 60_000).toISOString()) });
const tries = () =>
  asSignIn(app, (access) => db(access).selectFrom("identity_attempt").select("key").orderBy("key").execute());

it("forgets tries that count no more, and none that count", async () => {
  const count = (key: string) =>
    asSignIn(
      app,
      async (access) => (await countTry(access, [{ kind: "pair", key }], access.clock.now())) === 0,
    );
  await count("early");
  setClock(LONGEST);
  await count("late");
  await sweepTries(app);
  expect((await tries()).map(({ key }) => key)).toEqual(["early", "late"]);
  setClock(LONGEST + 1);
  await sweepTries(app);
  expect((await tries()).map(({ key }) => key)).toEqual(["late"]);
});
