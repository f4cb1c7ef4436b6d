import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { freePort, type Service, send, signIn, startService } from "./service.ts";

const PEOPLE = 50;

const environment: Record<string, string> = {};
let service: Service;

beforeAll(async () => {
  environment.PORT = String(await freePort());
  service = await startService(environment);
  environment.YUI_DATA = service.dataFolder;
});
afterAll(() => service?.gone());

async function rows<T>(query: string, values: readonly unknown[] = []): Promise<T[]> {
  const server = await joinEmbeddedServer(service.dataFolder);
  const client = new pg.Client(server.as(SUPERUSER, "yui"));
  await client.connect();
  try {
    return (await client.query(query, [...values])).rows as T[];
  } finally {
    await client.end();
    await server.leave();
  }
}

/** Fifty people send their form until they are told that it arrived; the app is killed once some of them were told. */
async function killedWhileSending(path: (person: number) => string, form: (person: number) => object) {
  const told = new Set<number>();
  const forms = Array.from({ length: PEOPLE }, (_, person) => form(person) as Record<string, string>);
  const people = Promise.all(
    forms.map(async (fields, person) => {
      for (;;) {
        const answer = await send(service.origin, path(person), fields).catch(() => undefined);
        await answer?.arrayBuffer().catch(() => undefined);
        if (answer?.status === 302) {
          told.add(person);
          return;
        }
        await wait(200);
      }
    }),
  );
  await expect.poll(() => told.size, { timeout: 60_000, interval: 5 }).toBeGreaterThan(PEOPLE / 10);
  const before = [...told];
  const ended = once(service.process, "exit");
  service.process.kill("SIGKILL");
  await ended;
  service = await startService(environment);
  await people;
  return before;
}

it("of fifty who sign up while the app is killed nobody is lost and nobody stands there twice", async () => {
  const [event] = await rows<{ id: string }>(
    `update event set capacity = 7 where id = (select id from event where state = 'published' and sign_up = 'name'
      and capacity is not null order by id limit 1) returning id`,
  );
  const here = `/areas/hamada/events/${event!.id}/sign-up`;
  const forms = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ once: randomUUID(), seats: "1", contact: "担当", workplace: `見本${n}`, email: `w${n}@example.jp` },
  }));
  const told = await killedWhileSending(
    () => here,
    (person) => forms[person]!,
  );
  const stand = await rows<{ workplace: string; signUps: number; places: number }>(
    `select workplace, count(*)::int as "signUps", count(booking.id)::int as places from event_sign_up
      left join booking on booking.holder_id = event_sign_up.id::text where event_id = $1 and workplace like '見本%' group by 1`,
    [event!.id],
  );
  expect(stand.filter(({ signUps, places }) => signUps !== 1 || places !== 1)).toEqual([]);
  expect(stand).toHaveLength(PEOPLE);
  expect(told.length).toBeGreaterThan(0);
});

it("of fifty who answer a stress check while the app is killed nobody is lost and nobody counts twice", async () => {
  const cookie = await signIn(service.origin, "stress@");
  const [place] = await rows<{ id: string; run: string; office: string }>(
    `select place.id, run_id as run, place.organisation_id as office from sensitive.stress_workplace place
      join sensitive.stress_run run on run.id = run_id where run.state = 'open' and place.state = 'joined' limit 1`,
  );
  const { id, run, office } = place!;
  const here = `/offices/${office}/stress-checks/${run}/workplaces/${id}`;
  const press = async (path: string, fields: Record<string, string>) =>
    (await send(service.origin, path, { ...fields, once: randomUUID() }, cookie)).text();
  const link = /\/stress\/workplace\/[\w-]{43}/.exec(
    await press(here, { do: "stress-workplace.give-link" }),
  )![0];
  const lines = Array.from({ length: PEOPLE }, (_, n) => `見本の人${n + 1}`).join("\n");
  await press(link, { do: "stress-own.name-workers", lines });
  const slips = await press(here, { do: "stress-code.give" });
  const words = slips.replace(/<[^>]+>/g, " ");
  const codes = [...words.matchAll(/見本の人\d+\s+([2-9A-Z][2-9A-Z-]{7,})/g)].map(([, code]) => code!);
  expect(codes).toHaveLength(PEOPLE);
  const items = Object.fromEntries(Array.from({ length: 57 }, (_, n) => [`q${n + 1}`, "2"]));
  await killedWhileSending(
    (person) => `/stress/${codes[person]}`,
    () => ({ do: "stress-answer.submit", sex: "none", once: randomUUID(), ...items }),
  );
  const taken = await rows<{ taken: boolean; answers: number; results: number }>(
    `select taken, count(answer.worker_id)::int as answers, count(result.worker_id)::int as results
      from sensitive.stress_worker worker left join sensitive.stress_answer answer on answer.worker_id = worker.id
      left join sensitive.stress_result result on result.worker_id = worker.id
      where worker.workplace_id = $1 group by worker.id, taken order by worker.number desc limit $2`,
    [id, PEOPLE],
  );
  expect(taken).toEqual(Array(PEOPLE).fill({ taken: true, answers: 1, results: 1 }));
});
