import type { z } from "zod";
import { listEditions, presentEdition, presentEntry, readEdition } from "#evidence/publication/public.ts";
import { VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { invalid, ok, type Refusal, type Result } from "#platform/kernel/result.ts";
import { admit, cachedJson, problem } from "#platform/web/open-answer.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { listIndicators } from "../dictionary/usecases.server.ts";
import { readProfile } from "../profile/usecases.server.ts";
import type { Json } from "./openapi/edition.schema.ts";
import { openApi } from "./openapi/schema.ts";
import { AreasQuery, NoQuery, ObservationsQuery, ProfileQuery } from "./schema.ts";
import { listObservations, readAreaOfApi, searchAreasOfApi } from "./usecases.server.ts";

/** `more`: what other modules describe under the same API. */
export type ApiRequest = Readonly<{ request: Request; path: string; address: string; more?: Json }>;

/** Answers one request to /api/v1: limit, route, read, and an ETag by which a second read costs nothing. */
export async function answer(app: App, { request, path, address, more }: ApiRequest): Promise<Response> {
  const { headers, refused: tooMuch } = admit(app.clock, address);
  if (tooMuch) return tooMuch;
  const result = await resourceOf(app, path.replace(/\/$/, ""), new URL(request.url), more);
  return result.ok ? cachedJson(request, result.value, headers) : refused(result.error, headers);
}

async function resourceOf(
  app: App,
  path: string,
  url: URL,
  described: Json | undefined,
): Promise<Result<unknown>> {
  const [first, area, rest, ...more] = path.split("/").map(decodeURIComponentSafely);
  if (first === "areas" && rest === "editions") return editions(app, area!, more, url) ?? missing(path);
  if (more.length > 0) return missing(path);
  if (first === "openapi.json" && area === undefined)
    return read(NoQuery, url, async () => ok(openApi(app.config.origin, described)));
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
