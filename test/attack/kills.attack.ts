import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postmasterOf } from "../processes/people.ts";
import { processesUnder, type Service, signIn, startService } from "./service.ts";
import { lost, startWriting, type Writers } from "./writers.ts";

/** On a quiet machine a second; PostgreSQL starts anew after the death of any of its processes, and a busy one takes longer. */
const SERVICE_AGAIN_MS = 20_000;

let service: Service;
let cookie: string;
let writers: Writers;
const times: string[] = [];

beforeAll(async () => {
  service = await startService();
  cookie = await signIn(service.origin, "jimukyoku@hamada");
  writers = startWriting(service.origin, cookie);
});
afterAll(async () => {
  await writers?.stop();
  process.stdout.write(`service again after: ${times.join(", ")}\n`);
  await service?.gone();
});

const postmaster = () => postmasterOf(service.dataFolder)!;
const child = (title: RegExp) => () => processesUnder(postmaster()).find((one) => title.test(one.title))?.pid;

describe("killed in the middle of transactions", () => {
  it.each([
    ["a connection of a request", child(/: yui_app yui \[local\]/)],
    ["the connection of the jobs", child(/: yui_jobs yui \[local\]/)],
    ["the connection that tells of our presence", child(/: yui_presence postgres \[local\]/)],
    ["the writer of the log of changes", child(/: walwriter/)],
    ["the checkpointer", child(/: checkpointer/)],
    ["a reader of files", child(/: io worker/)],
    ["the server itself", postmaster],
    ["a connection again", child(/: yui_app yui \[local\]/)],
  ])("%s: the service goes on", async (what, victim) => {
    // Under load, as it should be.
    await writers.nextAcknowledged();
    await expect.poll(victim, { timeout: SERVICE_AGAIN_MS, interval: 20 }).toBeTypeOf("number");
    const pid = victim();
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    const again = await writers.nextAcknowledged();
    times.push(`${what} ${Math.round(again)} ms`);
    expect(service.process.exitCode, service.output()).toBeNull();
    expect(again).toBeLessThan(SERVICE_AGAIN_MS);
  });

  it("was answered with nothing but yes, or that it did not work, and lost nothing", async () => {
    await writers.stop();
    const statuses = [...writers.statuses.keys()];
    expect(statuses.filter((status) => ![302, 500, 503].includes(status as number))).toEqual([]);
    expect(writers.acknowledged.length).toBeGreaterThan(20);
    expect(await lost(service.origin, cookie, writers.acknowledged)).toEqual([]);
    process.stdout.write(`answers: ${JSON.stringify([...writers.statuses])}\n`);
  });
});
