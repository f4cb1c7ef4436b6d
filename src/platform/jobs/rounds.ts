import type { App } from "#platform/app.ts";

/**
 * Upkeep by the clock. It must bear being run twice, and by two processes at once. One that waits for somebody else hears
 * by `stopping` that the process is about to end.
 */
export type Round = Readonly<{
  name: string;
  everyMs: number;
  run(app: App, stopping: AbortSignal): Promise<unknown>;
}>;

/** Runs each round at once and then after each pause, until stopped. One that fails is logged and comes again. */
export function startRounds(app: App, rounds: readonly Round[]): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();
  const go = (round: Round) => {
    const work = Promise.resolve()
      .then(() => round.run(app, stopping.signal))
      .catch((error: unknown) => app.log.error({ err: error, round: round.name }, "round failed"))
      .then(() => {
        if (stopping.signal.aborted) return;
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
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}
