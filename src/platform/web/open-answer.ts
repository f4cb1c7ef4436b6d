import { createHash } from "node:crypto";
import type { Clock } from "#platform/kernel/clock.ts";
import { ALLOWANCE, type Bucket, take } from "./allowance.ts";

/** What anybody, or a program of anybody, is answered: how much, with which headers, and what is wrong. */

type Headers = Readonly<Record<string, string>>;

/** Any site may read what anybody may: nothing of it depends on who asks. */
export const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
};

/** An address that was quiet this long has a full bucket again, which is the same as none. */
const FORGET_MS = (ALLOWANCE.burst / ALLOWANCE.perSecond) * 1000;
const MOST_ADDRESSES = 10_000;
/** In this process: an app of several counts per process, which bounds the load of each as it should. */
const buckets = new Map<string, Bucket>();

/** Counts a request of that address, and gives the headers of its answer, or the answer where it asked too much. */
export function admit(
  clock: Clock,
  address: string,
): Readonly<{ headers: Headers; refused: Response | undefined }> {
  const now = clock.now().getTime();
  const taken = take(buckets.get(address), now, ALLOWANCE);
  remember(address, taken.bucket, now);
  const headers = {
    ...OPEN_TO_ALL,
    "RateLimit-Limit": String(ALLOWANCE.burst),
    "RateLimit-Remaining": String(taken.remaining),
    "RateLimit-Reset": String(Math.ceil((ALLOWANCE.burst - taken.bucket.tokens) / ALLOWANCE.perSecond)),
  };
  if (taken.granted) return { headers, refused: undefined };
  const detail = `More than ${ALLOWANCE.burst} requests in a row; ${ALLOWANCE.perSecond} more come back each second.`;
  const after = { "Retry-After": String(taken.retryAfterSeconds) };
  return { headers, refused: problem(429, "Too many requests", detail, { ...headers, ...after }) };
}

function remember(address: string, bucket: Bucket, now: number): void {
  buckets.delete(address);
  buckets.set(address, bucket);
  // The oldest come first; those that are full again, and what is too many, go.
  for (const [other, { at }] of buckets) {
    if (now - at < FORGET_MS && buckets.size <= MOST_ADDRESSES) break;
    buckets.delete(other);
  }
}

/** An answer with an ETag, by which a second read costs nothing. What depends on a key is kept by its reader alone. */
export function cachedJson(
  request: Request,
  value: unknown,
  headers: Headers,
  { type = "application/json; charset=utf-8", open = true } = {},
): Response {
  const body = JSON.stringify(value);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const kept = open ? "public, max-age=300" : "private, no-cache";
  const common = { ...headers, ETag: etag, "Cache-Control": kept };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim());
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: common });
  return new Response(body, { headers: { ...common, "Content-Type": type } });
}

/** RFC 9457. */
export function problem(
  status: number,
  title: string,
  detail: string | undefined,
  headers: Headers,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail, ...more }), {
    status,
    headers: {
      ...headers,
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}

export const refuseMethod = (): Response =>
  problem(405, "Method not allowed", "This API only reads; send GET.", { Allow: "GET, HEAD" });
