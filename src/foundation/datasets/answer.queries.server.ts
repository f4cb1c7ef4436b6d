import { VISITOR } from "#foundation/actors/public.ts";
import type { UseCase } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { admit, cachedJson, problem } from "#platform/web/open-answer.ts";
import { catalogue, tableSchema } from "./catalogue.present.ts";
import { readPlace, writePlace } from "./dataset.rules.ts";
import {
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

/** A page of the rows of a dataset, and of those that are gone where changes are asked for. */
export async function answerRows(
  app: App,
  dataset: Dataset | undefined,
  { request, address }: Asked,
): Promise<Response> {
  const { headers, refused } = admit(app.clock, address);
  if (refused) return refused;
  if (!dataset) return notThere(headers);
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
  const rows = await rowsOf(app, dataset, { after, since, limit });
  const next = rows.length === limit ? writePlace(rows.at(-1)!) : null;
  return cachedJson(request, { dataset: dataset.name, rows: rows.map(shownRow), next }, headers);
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
  return new Response(ReadableStream.from(csvPieces(app, dataset)), {
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
