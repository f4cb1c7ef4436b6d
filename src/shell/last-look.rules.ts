const COOKIE = "yui-seen";
const HOUR_MS = 3_600_000;
/** Who comes back within so many hours still looks at the same time. */
const ONE_LOOK_MS = 4 * HOUR_MS;
const FIRST_LOOK_MS = 7 * 24 * HOUR_MS;
const KEPT_S = 90 * 24 * 3_600;

/**
 * Since when changes are told of to this browser, and what it keeps for the next look: when it looked before this time, and when
 * this time began. Nobody else learns of it, and no table holds who looked when.
 */
export function lastLook(cookies: string | null, now: Date): Readonly<{ since: Date; cookie: string }> {
  const [, before = "", began = ""] = /(?:^|; )yui-seen=(\d{13})\.(\d{13})(?:;|$)/.exec(cookies ?? "") ?? [];
  const first = now.getTime() - FIRST_LOOK_MS;
  const again = began !== "" && now.getTime() - Number(began) < ONE_LOOK_MS;
  const since = again ? Number(before) : began === "" ? first : Number(began);
  const start = again ? Number(began) : now.getTime();
  return {
    since: new Date(Math.max(since, now.getTime() - KEPT_S * 1000)),
    cookie: `${COOKIE}=${since}.${start}; Path=/today; Max-Age=${KEPT_S}; HttpOnly; SameSite=Lax`,
  };
}
