import { createHash } from "node:crypto";
import type { z } from "zod";
import { listEditions, presentEdition, presentEntry, readEdition } from "#evidence/publication/public.ts";
import { VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { invalid, ok, type Refusal, type Result } from "#platform/kernel/result.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { listIndicators } from "../dictionary/usecases.server.ts";
import { readProfile } from "../profile/usecases.server.ts";
import { openApi } from "./openapi/schema.ts";
import { ALLOWANCE, type Bucket, take } from "./rules.ts";
import { AreasQuery, NoQuery, ObservationsQuery, ProfileQuery } from "./schema.ts";
import { listObservations, readAreaOfApi, searchAreasOfApi } from "./usecases.server.ts";

export type ApiRequest = Readonly<{ request: Request; path: string; address: string }>;

/** An address that was quiet this long has a full bucket again, which is the same as none. */
const FORGET_MS = (ALLOWANCE.burst / ALLOWANCE.perSecond) * 1000;
const MOST_ADDRESSES = 10_000;
/** In this process: an app of several counts per process, which bounds the load of each as it should. */
const buckets = new Map<string, Bucket>();

/** Any site may read what anybody may: nothing of it depends on who asks. */
const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
};

/** Answers one request to /api/v1: limit, route, read, and an ETag by which a second read costs nothing. */
export async function answer(app: App, { request, path, address }: ApiRequest): Promise<Response> {
  const now = app.clock.now().getTime();
  const taken = take(buckets.get(address), now, ALLOWANCE);
  remember(address, taken.bucket, now);
  const limits = {
    ...OPEN_TO_ALL,
    "RateLimit-Limit": String(ALLOWANCE.burst),
    "RateLimit-Remaining": String(taken.remaining),
    "RateLimit-Reset": String(Math.ceil((ALLOWANCE.burst - taken.bucket.tokens) / ALLOWANCE.perSecond)),
  };
  if (!taken.granted) {
    const detail = `More than ${ALLOWANCE.burst} requests in a row; ${ALLOWANCE.perSecond} more come back each second.`;
    return problem(429, "Too many requests", detail, {
      ...limits,
      "Retry-After": String(taken.retryAfterSeconds),
    });
  }
  const result = await resourceOf(app, path.replace(/\/$/, ""), new URL(request.url));
  return result.ok ? cached(request, result.value, limits) : refused(result.error, limits);
}

export const refuseMethod = (): Response =>
  problem(405, "Method not allowed", "This API only reads; send GET.", { Allow: "GET, HEAD" });

function remember(address: string, bucket: Bucket, now: number): void {
  buckets.delete(address);
  buckets.set(address, bucket);
  // The oldest come first; those that are full again, and what is too many, go.
  for (const [other, { at }] of buckets) {
    if (now - at < FORGET_MS && buckets.size <= MOST_ADDRESSES) break;
    buckets.delete(other);
  }
}

async function resourceOf(app: App, path: string, url: URL): Promise<Result<unknown>> {
  const [first, area, rest, ...more] = path.split("/").map(decodeURIComponentSafely);
  if (first === "areas" && rest === "editions") return editions(app, area!, more, url) ?? missing(path);
  if (more.length > 0) return missing(path);
  if (first === "openapi.json" && area === undefined)
    return read(NoQuery, url, async () => ok(openApi(app.config.origin)));
  if (first === "areas" && area === undefined)
    return read(AreasQuery, url, (_, asked) => searchAreasOfApi(app, VISITOR, asked));
  if (first === "areas" && rest === undefined)
    return read(NoQuery, url, () => readAreaOfApi(app, VISITOR, { area: area! }));
  if (first === "areas" && rest === "profile")
    return read(ProfileQuery, url, (query) => profile(app, area!, query));
  if (first === "indicators" && area === undefined)
    return read(NoQuery, url, () => listIndicators(app, VISITOR, {}));
  if (first === "observations" && area === undefined)
    return read(ObservationsQuery, url, (_, asked) => listObservations(app, VISITOR, asked));
  return missing(path);
}

/** The editions of an area, or the one that three more parts of the address name; undefined where those name none. */
function editions(app: App, area: string, more: readonly string[], url: URL) {
  const [publication, period, number, beyond] = more;
  if (publication === undefined)
    return read(NoQuery, url, async () => {
      const found = await listEditions(app, VISITOR, { area });
      return found.ok ? ok({ editions: found.value.map(presentEntry) }) : found;
    });
  if (period === undefined || number === undefined || beyond !== undefined) return undefined;
  return read(NoQuery, url, async () => {
    const found = await readEdition(app, VISITOR, { area, publication, period, number });
    return found.ok ? ok(presentEdition(found.value.edition)) : found;
  });
}

const missing = (path: string): Result<never> => ({
  ok: false,
  error: { kind: "not-found", what: `resource /api/v1/${path}` },
});

async function profile(
  app: App,
  area: string,
  { lang, benchmark, period }: z.infer<typeof ProfileQuery>,
): Promise<Result<unknown>> {
  const found = await readProfile(app, VISITOR, { area, language: lang, benchmark, period });
  return found.ok ? ok(found.value.profile) : found;
}

async function read<Query extends z.ZodType>(
  schema: Query,
  url: URL,
  find: (query: z.output<Query>, asked: Record<string, string>) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const asked = Object.fromEntries(url.searchParams);
  const parsed = schema.safeParse(asked);
  if (parsed.success) return find(parsed.data, asked);
  const fields = parsed.error.issues.map(
    (issue) => [issue.path.join(".") || "query", [issue.message]] as const,
  );
  return invalid(Object.fromEntries(fields));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape names nothing; as it stands it will not be found.
    return text;
  }
}

function cached(request: Request, value: unknown, headers: Record<string, string>): Response {
  const body = JSON.stringify(value);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const common = { ...headers, ETag: etag, "Cache-Control": "public, max-age=300" };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim());
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: common });
  return new Response(body, { headers: { ...common, "Content-Type": "application/json; charset=utf-8" } });
}

const TITLES: Readonly<Record<Refusal["kind"], string>> = {
  forbidden: "Forbidden",
  "not-found": "Not found",
  invalid: "The query can't be used",
  conflict: "Conflict",
  question: "To be confirmed",
  stale: "To be confirmed by its user",
  overtaken: "Overtaken",
};

function refused(refusal: Refusal, headers: Record<string, string>): Response {
  const detail =
    refusal.kind === "not-found"
      ? `There is no ${refusal.what}.`
      : refusal.kind === "invalid"
        ? "See errors for each parameter."
        : undefined;
  const status = refusal.kind === "invalid" ? 400 : statusOf(refusal);
  const errors = refusal.kind === "invalid" ? { errors: refusal.fields } : {};
  return problem(status, TITLES[refusal.kind], detail, headers, errors);
}

/** RFC 9457. */
function problem(
  status: number,
  title: string,
  detail: string | undefined,
  headers: Record<string, string>,
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
