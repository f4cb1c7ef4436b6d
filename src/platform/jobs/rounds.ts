import type { App } from "#platform/app.ts";

/** Upkeep by the clock. It must bear being run twice, and by two processes at once. */
export type Round = Readonly<{ name: string; everyMs: number; run(app: App): Promise<unknown> }>;

/** Runs each round at once and then after each pause, until stopped. One that fails is logged and comes again. */
export function startRounds(app: App, rounds: readonly Round[]): { stop(): Promise<void> } {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();
  const go = (round: Round) => {
    const work = Promise.resolve()
      .then(() => round.run(app))
      .catch((error: unknown) => app.log.error({ err: error, round: round.name }, "round failed"))
      .then(() => {
        if (stopped) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          go(round);
        }, round.everyMs);
        timers.add(timer);
      });
    underWay.set(round.name, work);
  };
  for (const round of rounds) go(round);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}
