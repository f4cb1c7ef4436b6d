import pg from "pg";
import { expect, inject, it } from "vitest";
import { z } from "zod";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { connectionTo } from "#test/setup/server.ts";
import { command, definePolicy, signedIn, sweepSentForms } from "./public.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const clerk = person("coordinator", AREA);
let written = 0;

const write = command({
  name: "note.write",
  policy: definePolicy({ "note.write": signedIn }),
  target: z.object({}),
  subject: () => ({ type: "note", area: AREA }),
  once: true,
  run: () => {
    written += 1;
    return ok({ written });
  },
});

async function keys(): Promise<string[]> {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  const superuser = new pg.Client(connectionTo(inject("server"), rows[0]!.name));
  await superuser.connect();
  const found = await superuser.query<{ key: string }>("select key from sent_once order by at");
  await superuser.end();
  return found.rows.map(({ key }) => key);
}

it("answers a form that was sent before, until its key is two days old and swept", async () => {
  const [early, late] = [newId(), newId()];
  const send = async (once: string) => expectOk(await write(app, clerk, {}, { once })).written;
  expect(await Promise.all([send(early), send(early)])).toEqual([1, 1]);
  Object.assign(app, { clock: fixedClock(new Date(Date.parse(NOW) + 2 * 86_400_000).toISOString()) });
  expect(await send(late)).toBe(2);
  await sweepSentForms(app);
  expect(await keys()).toEqual([early, late]);
  Object.assign(app, { clock: fixedClock(new Date(Date.parse(NOW) + 2 * 86_400_000 + 1).toISOString()) });
  await sweepSentForms(app);
  expect(await keys()).toEqual([late]);
  expect(await send(late)).toBe(2);
});
