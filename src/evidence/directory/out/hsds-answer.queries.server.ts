import { createHash } from "node:crypto";
import type { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { envelope, TAXONOMIES, TERMS } from "./hsds.present.ts";
import { harvestResources } from "./hsds.queries.server.ts";
import { LocationsQuery, NoQuery, PageQuery, ServicesQuery } from "./hsds.schema.ts";

/** Any site may read what anybody may: nothing of it depends on who asks. */
const OPEN_TO_ALL = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };
const PROFILE = "https://docs.openreferral.org/en/3.0/";
const OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";

type Found = Readonly<{ status: 200 | 400 | 404; body: unknown }>;
const found = (body: unknown): Found => ({ status: 200, body });
const missing = (): Found => ({ status: 404, body: { message: "There is nothing at this address." } });

/** Answers one request to /hsds, with an ETag by which a second read costs nothing. */
export async function answerHsds(app: App, request: Request, path: string): Promise<Response> {
  const { status, body } = await resourceOf(
    app,
    path.replace(/^\/|\/$/g, ""),
    new URL(request.url).searchParams,
  );
  const text = JSON.stringify(body);
  const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { ...OPEN_TO_ALL, ETag: etag, "Cache-Control": "public, max-age=300" };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim());
  if (status === 200 && known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    status,
    headers: { ...headers, "Content-Type": "application/json; charset=utf-8" },
  });
}

async function resourceOf(app: App, path: string, query: URLSearchParams): Promise<Found> {
  const [first = "", id, ...more] = path.split("/");
  if (more.length > 0 || (id !== undefined && !isUuid(id))) return missing();
  if (path === "")
    return read(NoQuery, query, async () =>
      found({ version: "3.0", profile: PROFILE, openapi_url: OPENAPI }),
    );
  const ask = async (question: Parameters<typeof harvestResources>[2]["question"]): Promise<Found> => {
    const answered = await harvestResources(app, VISITOR, { question });
    return answered.ok ? found(answered.value.body) : missing();
  };
  if (first === "services")
    return id
      ? ask({ what: "service", id })
      : read(ServicesQuery, query, (asked) => ask({ what: "services", query: asked }));
  if (first === "service_at_locations")
    return id
      ? ask({ what: "location", id })
      : read(LocationsQuery, query, (asked) => ask({ what: "locations", query: asked }));
  if (first === "taxonomies") return list(Object.values(TAXONOMIES), id, query);
  if (first === "taxonomy_terms") return list(TERMS, id, query);
  return missing();
}

const list = (all: readonly Readonly<{ id: string }>[], id: string | undefined, query: URLSearchParams) =>
  read(PageQuery, query, async ({ page, per_page: size }) => {
    const one = all.find((term) => term.id === id);
    if (id) return one ? found(one) : missing();
    return found(
      envelope({ all: all.length, page, size, contents: all.slice((page - 1) * size, page * size) }),
    );
  });

async function read<Query extends z.ZodType>(
  schema: Query,
  query: URLSearchParams,
  find: (query: z.output<Query>) => Promise<Found>,
): Promise<Found> {
  const parsed = schema.safeParse(Object.fromEntries(query));
  if (parsed.success) return find(parsed.data);
  const errors = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "query"}: ${message}`);
  return { status: 400, body: { message: "The query can't be used.", errors } };
}
