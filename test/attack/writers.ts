import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { send } from "./service.ts";

const LAST_WRITES = 30;
const PILLARS = "/areas/hamada/plan/pillars";

/** What happened to the writes of a while, and which of them were acknowledged. */
export type Writers = Readonly<{
  statuses: Map<number | string, number>;
  acknowledged: string[];
  /** Resolves with the milliseconds until the next write that is acknowledged after now. */
  nextAcknowledged(): Promise<number>;
  /** How long the slowest of the last writes took that were acknowledged, in milliseconds. */
  slowest(): number;
  stop(): Promise<void>;
}>;

/** Six who write into the plan without a pause, each write by its own form. */
export function startWriting(origin: string, cookie: string): Writers {
  const statuses = new Map<number | string, number>();
  const acknowledged: string[] = [];
  const waiting: { since: number; resolve: (ms: number) => void }[] = [];
  const durations: number[] = [];
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      const title = randomUUID();
      const begun = performance.now();
      const status = await send(origin, PILLARS, { do: "pillar.create", title }, cookie).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        },
        (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== 302) {
        await wait(20);
        continue;
      }
      acknowledged.push(title);
      durations.push(performance.now() - begun);
      for (const one of waiting.filter(({ since }) => since <= begun)) {
        one.resolve(performance.now() - one.since);
        waiting.splice(waiting.indexOf(one), 1);
      }
    }
  };
  const writing = Promise.all(Array.from({ length: 6 }, write));
  return {
    statuses,
    acknowledged,
    nextAcknowledged: () => new Promise((resolve) => waiting.push({ since: performance.now(), resolve })),
    slowest: () => Math.max(...durations.slice(-LAST_WRITES)),
    async stop() {
      stopped = true;
      await writing;
    },
  };
}

/** The acknowledged writes that are not there. */
export async function lost(
  origin: string,
  cookie: string,
  acknowledged: readonly string[],
): Promise<string[]> {
  const page = await (await fetch(`${origin}${PILLARS}`, { headers: { cookie } })).text();
  return acknowledged.filter((title) => !page.includes(title));
}
