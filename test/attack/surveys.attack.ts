import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { freePort, type Service, send, startService } from "./service.ts";

/** How many answer at the same time, and how many a second for how long. */
const PEOPLE = Number(process.env.YUI_ATTACK_PEOPLE ?? 1000);
const RATE = Number(process.env.YUI_ATTACK_RATE ?? 100);
const SECONDS = Number(process.env.YUI_ATTACK_SECONDS ?? 5);

const ANSWERS = {
  ...{ age: "c1", sex: "c1", marital: "c2", "worker-size": "c1", "own-action": "c1", checkup: "c1" },
  ...{ time: "c1", teamwork: "c1", "feels-healthy": "c1", stress: "c1" },
};
/** A code as a slip has one, of letters that nobody takes for another, and what is kept of it. */
const codeOfLetters = () => [...randomBytes(16)].map((byte) => "ABCDEFGHJKMNPQRS"[byte % 16]).join("");
const codeHash = (code: string) => createHash("sha256").update(`survey-code:${code}`).digest("hex");

const environment: Record<string, string> = {};
let service: Service;

beforeAll(async () => {
  environment.PORT = String(await freePort());
  service = await startService(environment);
  environment.YUI_DATA = service.dataFolder;
});
afterAll(() => service?.gone());

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await joinEmbeddedServer(service.dataFolder);
  const client = new pg.Client(server.as(SUPERUSER, "yui"));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.leave();
  }
}

/** A survey of workers beside that of the sample, open and without an answer, and codes for so many. */
const opened = (count: number) =>
  inDatabase(async (client) => {
    const survey = randomUUID();
    const codes = Array.from({ length: count }, codeOfLetters);
    const { rows } = await client.query(
      `insert into sensitive.survey (id, organisation_id, area_id, title, kind, fiscal_year, state, anonymous,
        questionnaire, codes, made_by, made_at, changed_at)
       select $1, organisation_id, area_id, title, kind, fiscal_year, 'open', true, questionnaire, $2, made_by, made_at,
        changed_at from sensitive.survey where kind = 'worker' limit 1 returning organisation_id`,
      [survey, count],
    );
    await client.query(
      "insert into sensitive.survey_code select hash, $1, $2, 1 from unnest($3::text[]) hash",
      [rows[0].organisation_id, survey, codes.map(codeHash)],
    );
    return { survey, codes };
  });

const countsOf = (survey: string) =>
  inDatabase(async (client) => {
    const { rows } = await client.query(
      `select spent, (select count(*)::int from sensitive.survey_answer where survey_id = $1) as answers,
        (select count(*)::int from sensitive.survey_code where survey_id = $1) as left
       from sensitive.survey where id = $1`,
      [survey],
    );
    return rows[0];
  });

const answer = async (code: string): Promise<number> => {
  const sent = { do: "worker-answer.submit", ...ANSWERS };
  const got = await send(service.origin, `/w/${code}`, sent).catch(() => undefined);
  await got?.arrayBuffer();
  return got?.status ?? 0;
};

it(`of ${PEOPLE} people who answer while the app is killed nobody is lost and nobody counts twice`, async () => {
  const { survey, codes } = await opened(PEOPLE);
  let acknowledged = 0;
  let killed = false;
  // Who gets no answer sends the form again, as a person does: a code that was spent says so.
  const person = async (code: string) => {
    for (;;) {
      const status = await answer(code);
      if (status === 302) acknowledged += 1;
      if (status === 302 || (killed && [404, 409].includes(status))) return;
      await wait(200);
    }
  };
  const people = Promise.all(codes.map(person));
  await expect.poll(() => acknowledged, { timeout: 60_000, interval: 10 }).toBeGreaterThan(PEOPLE / 5);
  killed = true;
  const ended = once(service.process, "exit");
  service.process.kill("SIGKILL");
  await ended;
  service = await startService(environment);
  await people;
  expect(await countsOf(survey)).toEqual({ spent: PEOPLE, answers: PEOPLE, left: 0 });
  expect(acknowledged).toBeLessThanOrEqual(PEOPLE);
});

it(`${RATE} answers a second: the 95th percentile is told`, async () => {
  const { survey, codes } = await opened(RATE * SECONDS);
  const times: number[] = [];
  const sending: Promise<void>[] = [];
  const start = performance.now();
  for (const [n, code] of codes.entries()) {
    await wait(Math.max(0, start + (n * 1000) / RATE - performance.now()));
    const begun = performance.now();
    const one = answer(code).then((status) => {
      expect(status).toBe(302);
      times.push(performance.now() - begun);
    });
    sending.push(one);
  }
  await Promise.all(sending);
  const at95 = times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;
  process.stdout.write(`${RATE} answers a second for ${SECONDS} s: 95 % within ${Math.round(at95)} ms\n`);
  expect(await countsOf(survey)).toMatchObject({ spent: codes.length, answers: codes.length });
});
