import pino from "pino";
import { describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { startRounds } from "./rounds.ts";

const app = { log: pino({ level: "silent" }) } as App;

/** Resolves when it was called that often. */
function counter(times: number) {
  let count = 0;
  let reached: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const run = async () => {
    count += 1;
    if (count === times) reached();
    if (count === 1) throw new Error("the first one fails");
  };
  return { run, done, count: () => count };
}

describe("startRounds", () => {
  it("comes again after each pause, also after a failure", async () => {
    const often = counter(3);
    const rounds = startRounds(app, [{ name: "often", everyMs: 1, run: often.run }]);
    await often.done;
    await rounds.stop();
    expect(often.count()).toBeGreaterThanOrEqual(3);
  });

  it("finishes what is under way before it has stopped, and begins nothing after", async () => {
    let finish: () => void = () => undefined;
    let finished = false;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = async () => {
      await held;
      finished = true;
    };
    const rounds = startRounds(app, [{ name: "slow", everyMs: 1, run }]);
    const stopping = rounds.stop();
    finish();
    await stopping;
    expect(finished).toBe(true);
  });
});
