import pg from "pg";
import type { Example, Examples } from "#foundation/authority/testing.ts";
import { makeLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { withPermit } from "#test/permit.ts";
import { secretariatOf } from "../actors.ts";
import { PLACES, type Relation } from "../table.ts";
import { LINKED, WORDS } from "./pages.ts";

/** What a page or a button is tried on: the row of an example, and the tokens of links to it. */
export type Row = Example & Readonly<{ relation: Relation; tokens: Readonly<Record<string, string>> }>;

/** What everybody does with their own account and their own file, whichever the example names. */
export const OF_THE_PERSON = /^(account|session|health-(file|checkup|diary|share))\./;

/** Makes each example once; those of an area one after the other, for some change what others begin with. */
export function rowMaker(app: App, examples: Examples) {
  const made = new Map<string, Promise<Row | undefined>>();
  const last = new Map<string, Promise<unknown>>();
  return (name: string, relation: Relation): Promise<Row | undefined> => {
    const key = `${name} ${relation}`;
    const known = made.get(key);
    if (known) return known;
    const { area } = PLACES[relation];
    const row = Promise.resolve(last.get(area)).then(() => makeRow(app, examples[name], relation));
    last.set(area, row);
    made.set(key, row);
    return row;
  };
}

async function makeRow(app: App, make: Examples[string] | undefined, relation: Relation) {
  const place = PLACES[relation];
  const secretariat = secretariatOf(place.area, place.organisation);
  const example = await make?.({ ...place, app, secretariat });
  if (!example) return undefined;
  const tokens: Record<string, string> = {};
  for (const [purpose, held] of Object.entries(example.holds ?? {})) {
    const { subject, detail = {} } = typeof held === "string" ? { subject: held } : held;
    const link = { area: place.area, purpose, subjectType: LINKED[purpose] ?? purpose, subject, detail };
    const past = new Date(app.clock.now().getTime() - 1);
    for (const [who, expiresAt] of [
      [`link: ${purpose}`, null],
      ["ended link", past],
    ] as const)
      tokens[who] = expectOk(
        await withPermit(
          app,
          secretariat,
          async (work) => ok(await makeLink(work, { ...link, expiresAt })),
          place.area,
        ),
      );
  }
  return { ...example, relation, tokens };
}

/** The address of a page for that row; undefined where the row has no word for a part of it. */
export function addressOf(
  pattern: string,
  row: Row | undefined,
  slugs: ReadonlyMap<string, string>,
  token: string,
) {
  const target = (row?.target ?? {}) as Record<string, unknown>;
  const words = pattern.split("/").map((part) => {
    if (part === "*") return WORDS[part];
    if (!part.startsWith(":")) return part;
    const [, name, ending = ""] = /^:(\w+\??)(.*)$/.exec(part)!;
    if (name === "token") return token + ending;
    if (name === "area")
      return slugs.get(String(target.area ?? PLACES[row?.relation ?? "own"].area))! + ending;
    const word = target[name!] ?? (row ? (target.id ?? WORDS[name!]) : WORDS[name!]);
    return word === undefined ? undefined : String(word) + ending;
  });
  return words.includes(undefined) ? undefined : `/${words.join("/")}`;
}

/** What the form of a button sends: what it is aimed at and what is typed. */
export function formOf(name: string, { target, input }: Example): URLSearchParams {
  const form = new URLSearchParams({
    do: name,
    ...(typeof target.area === "string" ? { areaId: target.area } : {}),
  });
  for (const [field, value] of Object.entries({ ...target, ...(input as object | undefined) }))
    for (const one of [value].flat())
      if (typeof one === "string" || typeof one === "number") form.append(field, String(one));
  return form;
}

/** The same with nothing right in it but what it is aimed at. */
export function badFormOf(name: string, { target, input }: Example): URLSearchParams {
  const form = formOf(name, { target });
  for (const field of Object.keys((input as object | undefined) ?? {}))
    if (!form.has(field)) form.append(field, "\u0001");
  return form;
}

/** Texts that rows of these ids hold and that people wrote: what a refused page must not show. */
export async function textsOf(
  database: pg.ClientConfig,
  rows: readonly Row[],
): Promise<Map<string, string[]>> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const ids = [...new Set(rows.flatMap(idsOf))];
    const { rows: tables } = await client.query<{ table: string }>(
      `select quote_ident(table_name) as table from information_schema.columns
        where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`,
    );
    const texts = new Map<string, string[]>();
    for (const { table } of tables) {
      const found = await client.query<{ id: string; row: Record<string, unknown> }>(
        `select id, to_jsonb(own) as row from ${table} own where id = any ($1::uuid[])`,
        [ids],
      );
      for (const { id, row } of found.rows)
        texts.set(id, [...(texts.get(id) ?? []), ...Object.values(row).filter(isWritten)]);
    }
    return texts;
  } finally {
    await client.end();
  }
}

const isWritten = (value: unknown): value is string =>
  typeof value === "string" && value.length >= 3 && /[^\x20-\x7e]|@/.test(value);

export const idsOf = ({ target }: Pick<Row, "target">): string[] =>
  Object.values(target).filter(
    (value): value is string => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value),
  );
