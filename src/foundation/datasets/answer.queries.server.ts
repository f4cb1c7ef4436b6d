import { Readable } from "node:stream";
import { VISITOR } from "#foundation/actors/public.ts";
import type { UseCase } from "#foundation/authority/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { admit, cachedJson, problem } from "#platform/web/open-answer.ts";
import { catalogue, tableSchema } from "./catalogue.present.ts";
import { readPlace, writePlace } from "./dataset.rules.ts";
import {
  CLIENT_KEY,
  type Dataset,
  type DatasetAsked,
  type DatasetRow,
  type Published,
  ROW_FIELDS,
  RowsQuery,
} from "./dataset.schema.ts";

type Asked = Readonly<{ request: Request; address: string }>;
type Ask = UseCase<UseCase["declared"]["target"], readonly DatasetRow[]>;

/** Whoever asks is answered as a visitor: what is published depends on nobody. */
const rowsOf = async (app: App, { rows }: Dataset, asked: DatasetAsked) =>
  expectOk(await (rows as Ask)(app, VISITOR, asked));

const notThere = (headers: Readonly<Record<string, string>>) =>
  problem(404, "Not found", "There is no such dataset; /catalog.json lists them.", headers);

type Headers = Readonly<Record<string, string>>;
type Given = Readonly<{ rows: readonly DatasetRow[] } | { refused: Response }>;

/** A page of the rows of a dataset, and of those that are gone where changes are asked for. */
export async function answerRows(
  app: App,
  dataset: Dataset | undefined,
  { request, address }: Asked,
): Promise<Response> {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  if (!dataset) return notThere(headers);
  return answerPage(request, dataset, headers, true, async (asked) => ({
    rows: await rowsOf(app, dataset, asked),
  }));
}

/** The same of a table that is not public, to who brings a key to it: read in the area that gave the key, by its policy. */
export async function answerKeyed(
  app: App,
  dataset: Dataset,
  { request, address }: Asked,
): Promise<Response> {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  const key = /^Bearer ([^\s]+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const opened = await openLink(app, key, CLIENT_KEY);
  const own = { ...headers, "WWW-Authenticate": "Bearer" };
  if (!opened.ok) return problem(401, "A key is needed", "Send it as Authorization: Bearer.", own);
  const { holder } = opened.value;
  if (!holder.detail.datasets?.split(" ").includes(dataset.name))
    return problem(403, "Another key is needed", "This key is for other data.", headers);
  return answerPage(request, dataset, headers, false, async (asked) => {
    const found = await (dataset.rows as Ask)(app, holder, {
      ...{ ...asked, area: holder.area, client: holder.subject },
    });
    return found.ok ? { rows: found.value } : { refused: problem(403, "Forbidden", undefined, headers) };
  });
}

async function answerPage(
  request: Request,
  dataset: Dataset,
  headers: Headers,
  open: boolean,
  find: (asked: DatasetAsked) => Promise<Given>,
): Promise<Response> {
  const query = RowsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const after = query.data?.after === undefined ? null : readPlace(query.data.after);
  if (!query.success || after === undefined) {
    const issues = query.success ? [{ path: ["after"], message: "is no place of ours" }] : query.error.issues;
    const errors = Object.fromEntries(
      issues.map(({ path, message }) => [path.join(".") || "query", [message]]),
    );
    return problem(400, "The query can't be used", "See errors for each parameter.", headers, { errors });
  }
  const { limit, modified_after: since = null } = query.data;
  const given = await find({ after, since, limit });
  if ("refused" in given) return given.refused;
  const { rows } = given;
  const next = rows.length === limit ? writePlace(rows.at(-1)!) : null;
  return cachedJson(request, { dataset: dataset.name, rows: rows.map(shownRow), next }, headers, { open });
}

const shownRow = ({ id, at, gone, values }: DatasetRow) => ({
  ...{ id, modified: at.toISOString(), removed: gone },
  ...(gone ? {} : values),
});

const AT_ONCE = 1000;

/** A dataset as a CSV file: what stands, and nothing of what is gone. */
export async function answerCsv(
  app: App,
  dataset: Dataset | undefined,
  { address }: Asked,
): Promise<Response> {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  if (!dataset) return notThere(headers);
  return new Response(Readable.toWeb(Readable.from(csvPieces(app, dataset))) as ReadableStream, {
    headers: {
      ...headers,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${dataset.name}.csv"`,
      Link: `<${app.config.origin}/data/${dataset.name}/schema.json>; rel="describedby"; type="application/json"`,
      "Cache-Control": "public, max-age=300",
    },
  });
}

async function* csvPieces(app: App, dataset: Dataset): AsyncGenerator<Uint8Array> {
  const heads = [...ROW_FIELDS, ...dataset.fields].map(({ name }) => name);
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(heads));
  for (let after: DatasetAsked["after"] = null; ; ) {
    const rows: readonly DatasetRow[] = await rowsOf(app, dataset, { after, since: null, limit: AT_ONCE });
    const lines = rows.map(({ id, at, values }) =>
      csvLine([id, at.toISOString(), ...dataset.fields.map(({ name }) => values[name])]),
    );
    if (lines.length > 0) yield Buffer.from(lines.join(""));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!;
  }
}

export function answerSchema(app: App, dataset: Dataset | undefined, { request, address }: Asked): Response {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  return dataset ? cachedJson(request, tableSchema(dataset), headers) : notThere(headers);
}

export function answerCatalogue(
  app: App,
  published: Required<Published>,
  { request, address }: Asked,
): Response {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  const name = new URL(app.config.origin).hostname;
  const type = "application/ld+json; charset=utf-8";
  return cachedJson(request, catalogue(app.config.origin, name, published), headers, { type });
}
