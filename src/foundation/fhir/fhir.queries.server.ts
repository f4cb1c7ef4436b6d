import { VISITOR } from "#foundation/actors/public.ts";
import type { UseCase } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { admit, cachedJson } from "#platform/web/open-answer.ts";
import { capabilities, outcome, searchset } from "./fhir.present.ts";
import { type FhirAsked, type FhirKind, type FhirPage, SearchQuery } from "./fhir.schema.ts";

const TYPE = "application/fhir+json; charset=utf-8";
type Headers = Readonly<Record<string, string>>;
type Asked = Readonly<{ request: Request; address: string; path: string }>;

const refused = (status: number, body: object, headers: Headers) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": TYPE, "Cache-Control": "no-store" },
  });

/** Answers one request to /fhir, as a visitor. */
export async function answerFhir(
  app: App,
  kinds: readonly FhirKind[],
  { request, address, path }: Asked,
): Promise<Response> {
  const { headers, refused: tooMuch } = admit(app.clock, address);
  if (tooMuch) {
    const all = { ...headers, "Retry-After": tooMuch.headers.get("retry-after")! };
    return refused(429, outcome("throttled", "Too many requests."), all);
  }
  const { origin } = app.config;
  const [type, id, ...more] = path.replace(/\/$/, "").split("/");
  const json = (value: unknown) => cachedJson(request, value, headers, { type: TYPE });
  if (type === "metadata" && id === undefined) return json(capabilities(origin, kinds));
  const kind = kinds.find((one) => one.type === type);
  if (!kind || more.length > 0) return refused(404, outcome("not-found", "There is no such type."), headers);
  const find = (asked: FhirAsked) =>
    (kind.find as UseCase<UseCase["declared"]["target"], FhirPage>)(app, VISITOR, asked);
  if (id !== undefined) {
    const found = await find({ id: id.slice(0, 64), after: null, since: null, limit: 1 });
    const page: FhirPage = found.ok ? found.value : { resources: [], next: null };
    const [resource] = page.resources;
    if (resource) return json(resource);
    return page.gone
      ? refused(410, outcome("deleted", "It was here and is no more."), headers)
      : refused(404, outcome("not-found", "There is no such resource."), headers);
  }
  const query = SearchQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success || (query.data._lastUpdated && !kind.byTime))
    return refused(400, outcome("invalid", "A parameter can't be used; see /fhir/metadata."), headers);
  const { _lastUpdated: since = null, _count: limit, _after: after = null } = query.data;
  const found = await find({ id: null, after, since, limit });
  if (!found.ok) return refused(400, outcome("invalid", "_after is no page of ours."), headers);
  const page = expectOk(found);
  const url = new URL(`${origin}/fhir/${type}`);
  url.search = new URL(request.url).search;
  const self = url.toString();
  if (page.next) url.searchParams.set("_after", page.next);
  return json(searchset(origin, self, page.next ? url.toString() : null, page));
}
