import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** When tests happen by the system's clock unless told otherwise: an ordinary Wednesday in the middle of fiscal 2026. */
const USUAL_TIME = "2026-11-25T10:00:00+09:00";

const MOVED_DATE = pathToFileURL(join(import.meta.dirname, "setup", "moved-date.ts")).href;

/**
 * From now on every process that this one starts runs as if the moment that YUI_TEST_NOW names were now, and goes on
 * from there. Tests therefore hold or fail alike on whatever day they are run; `npm run any-day` tries the days that
 * are special. It is done from outside, so the app itself has no setting that could move its clock.
 */
export function setTestClock(environment: NodeJS.ProcessEnv = process.env): void {
  const moment = environment.YUI_TEST_NOW ?? USUAL_TIME;
  const then = Date.parse(moment);
  if (Number.isNaN(then)) throw new Error(`YUI_TEST_NOW=${moment} is no moment; write it as ${USUAL_TIME}`);
  // The machine's own time, also where this process is moved itself.
  const now = performance.timeOrigin + performance.now();
  environment.YUI_TEST_AHEAD_MS = String(Math.round(then - now));
  environment.NODE_OPTIONS = `${environment.NODE_OPTIONS ?? ""} --import=${MOVED_DATE}`.trim();
}

/** How far ahead of the machine's clock this run is. */
export const aheadMs = (): number => Number(process.env.YUI_TEST_AHEAD_MS ?? 0);

/** Moves what `Date` takes for the present. It stands alone, because the browser of a journey is given its text too. */
export function moveDate(ahead: number): void {
  const systemNow = Date.now.bind(Date);
  const now = () => systemNow() + ahead;
  const Moved: DateConstructor = new Proxy(Date, {
    construct: (system, given, made) => Reflect.construct(system, given.length > 0 ? given : [now()], made),
    apply: () => new Moved().toString(),
  });
  Date.now = now;
  Date.prototype.constructor = Moved;
  globalThis.Date = Moved;
}
