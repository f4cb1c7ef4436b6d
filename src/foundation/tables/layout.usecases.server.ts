import { z } from "zod";
import type { Permit } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type FieldErrors, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { findMeant } from "#platform/tables/batch-store.ts";
import {
  headerDigest,
  isOfRejected,
  type Mapping,
  type Meaning,
  mappedByName,
  ownColumns,
  plainName,
  tidyHeader,
} from "#platform/tables/columns.ts";
import { isNote } from "#platform/tables/header.ts";
import type { Choices } from "#platform/tables/import.ts";
import { findNamedMapping, findSavedMapping } from "#platform/tables/import-store.ts";
import { type FoundTable, type Layout, layoutOf, Place, tableAt, tablesOf } from "#platform/tables/layout.ts";
import {
  NO_COLUMN,
  NO_HEADER,
  NO_MAPPING,
  NO_MEANING,
  NO_TABLE,
  ONE_COLUMN,
} from "#platform/tables/messages.ts";
import { BOOK, type TableFile } from "#platform/tables/reader.ts";
import type { TableIn } from "#platform/tables/table-in.ts";

const SAMPLE_ROWS = 5;

const Line = z.object({ line: z.number(), cells: z.array(z.string()) });

/** A file that somebody brought, as it was found to be. */
export const BroughtFile = z.object({
  name: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  bands: z.array(z.object({ from: z.number(), to: z.number(), lines: z.array(Line) })),
});
export type BroughtFile = z.output<typeof BroughtFile>;

export const broughtAs = (name: string, { file, sheets, sheet, bands }: TableFile): BroughtFile => ({
  name,
  encoding: sheet === null ? file.encoding : BOOK,
  delimiter: file.delimiter,
  bytes: file.bytes,
  sha256: file.sha256,
  sheets: [...sheets],
  sheet,
  bands: bands.map((band) => ({
    ...band,
    lines: band.lines.map(({ line, cells }) => ({ line, cells: [...cells] })),
  })),
});

/** What a person says of a file beforehand; all else is proposed. */
export const Asked = Place.pick({ sheet: true, table: true, header: true, last: true })
  .partial()
  .extend({
    /** The name of a saved mapping to be used, and the one under which to keep what comes of it. */
    mapping: z.string().optional(),
    saveAs: z.string().trim().min(1).max(100).optional(),
    /** What columns mean, by their names. */
    columns: z.array(z.tuple([z.string(), z.string()])).optional(),
  });
export type Asked = z.output<typeof Asked>;

/** How a file is understood: where its table stands, its columns and what they mean, and what still has to be said. */
export type Understood<M extends Meaning, C extends Choices> = Readonly<{
  layout: Layout;
  header: string[];
  bodyLine: number;
  sample: string[][];
  mapping: Mapping<M>;
  choices: C;
  gaps: FieldErrors;
}>;

type Reading<P, M extends Meaning, C extends Choices> = Readonly<{
  permit: P;
  table: Pick<
    TableIn<P & Permit, M, C, unknown>,
    "kind" | "knows" | "propose" | "shipped" | "gaps" | "readMeaning" | "resolve"
  >;
  area: AreaId;
}>;

/** What the reader proposes for a file, corrected by what is asked and by what was corrected in files alike before. */
export async function understand<P extends Permit, M extends Meaning, C extends Choices>(
  reading: Reading<P, M, C>,
  file: BroughtFile,
  asked: Asked,
  given: C,
): Promise<Result<Understood<M, C>>> {
  const { permit, table } = reading;
  const knows = await table.knows(permit);
  const tables = tablesOf(file.bands, knows);
  const proposed = tableAt(tables, { table: asked.table }, knows);
  const begun = proposed ?? wholeSheet(file);
  if (!begun || (!proposed && (tables.length > 0 || !asked.header)))
    return invalid({ file: [tables.length > 0 || asked.header ? NO_TABLE : noHeader(file)] });
  const fingerprint = headerDigest(tidyHeader(begun.header.names));
  const saved = await savedFor(reading, tidyHeader(begun.header.names), fingerprint, asked.mapping);
  if (asked.mapping !== undefined && !saved) return invalid({ mapping: [NO_MAPPING(asked.mapping)] });
  const wanted = asked.header ? undefined : corrected(tables, asked, saved, knows);
  const found =
    wanted ?? (asked.header || asked.last ? tableAt(proposed ? tables : [begun], asked, knows) : begun);
  if (!found) return invalid({ file: [NO_TABLE] });

  const header = tidyHeader(found.header.names);
  const choices = (await table.resolve?.(permit, given)) ?? ok(given);
  if (!choices.ok) return choices;
  const { titles } = found.header;
  const told = await table.propose(
    permit,
    { header, name: file.name, titles: file.sheet === null ? titles : [file.sheet, ...titles] },
    { ...(saved?.choices as C), ...choices.value },
  );
  const mapping = saved
    ? mappedByName(header, saved as Saved & { mapping: Mapping<M> }, told.mapping)
    : told.mapping;
  const meant = await columnsAsked(reading, header, mapping, asked.columns ?? []);
  if (!meant.ok) return meant;
  const rows = found.lines.filter(
    ({ line, cells }) => line >= found.header.bodyLine && !isNote(cells, header.length),
  );
  return ok({
    layout: layoutOf(file, proposed ? tables : [begun], found, fingerprint),
    header,
    bodyLine: found.header.bodyLine,
    sample: rows
      .slice(0, SAMPLE_ROWS)
      .map(({ cells }) => cells.map((cell) => cell.slice(0, 100).replaceAll("\0", ""))),
    mapping: meant.value,
    choices: told.choices,
    gaps: table.gaps({ mapping: meant.value, choices: told.choices }, header),
  });
}

const noHeader = ({ bands }: BroughtFile): string =>
  bands.every(({ lines }) => lines.every(({ cells }) => cells.length < 2)) ? ONE_COLUMN : NO_HEADER;

/** A sheet in which no header is found, for somebody who knows where it stands. */
function wholeSheet({ bands }: BroughtFile): FoundTable | undefined {
  const lines = bands.flatMap((band) => band.lines);
  const [first] = lines;
  if (!first) return undefined;
  const { line, cells } = first;
  const header = { names: cells, from: line, to: line, bodyLine: line + 1, titles: [], known: 0 };
  return { header, last: null, columns: null, lines };
}

type Saved = Readonly<{
  mapping: Mapping;
  choices: Choices;
  header: readonly string[] | null;
  place: Place | null;
}>;

/**
 * What columns meant before: by the name of a mapping, of the file whose bad rows these are, or of a header alike. Where
 * nobody here said it, a mapping that comes with this version does.
 */
async function savedFor<P extends Permit, M extends Meaning, C extends Choices>(
  { permit, table: { kind, shipped }, area: areaId }: Reading<P, M, C>,
  header: readonly string[],
  headerSha256: string,
  name: string | undefined,
): Promise<Saved | undefined> {
  const shippedFor = (wanted: { header: readonly string[] } | { name: string }): Saved | undefined => {
    const found = shipped?.find(wanted);
    return found && { ...found, place: null };
  };
  if (name !== undefined)
    return (await findNamedMapping(permit, { areaId, kind }, name)) ?? shippedFor({ name });
  if (isOfRejected(header)) {
    const own = ownColumns(header);
    const meant = await findMeant(permit, kind, areaId, own);
    if (meant?.mapping) return { mapping: meant.mapping, choices: meant.choices, header: own, place: null };
  }
  return (await findSavedMapping(permit, { areaId, kind, headerSha256 })) ?? shippedFor({ header });
}

/** The table with the header that somebody chose in a file alike; undefined where it is not found again. */
function corrected(
  tables: readonly FoundTable[],
  asked: Asked,
  saved: Saved | undefined,
  knows: (name: string) => boolean,
): FoundTable | undefined {
  if (asked.mapping !== undefined || !saved?.place?.header || !saved.header) return undefined;
  const again = tableAt(tables, { table: asked.table, header: saved.place.header, last: asked.last }, knows);
  return again && headerDigest(tidyHeader(again.header.names)) === headerDigest(saved.header)
    ? again
    : undefined;
}

/** The meanings with those that were said of columns by name. */
async function columnsAsked<P extends Permit, M extends Meaning, C extends Choices>(
  { permit, table }: Reading<P, M, C>,
  header: readonly string[],
  mapping: Mapping<M>,
  columns: NonNullable<Asked["columns"]>,
): Promise<Result<Mapping<M>>> {
  const meanings = [...mapping];
  for (const [name, text] of columns) {
    const at = header.findIndex((one) => plainName(one) === plainName(name));
    if (at < 0) return invalid({ columns: [NO_COLUMN(name)] });
    const meaning = await table.readMeaning?.(permit, text);
    if (!meaning) return invalid({ columns: [NO_MEANING(text)] });
    meanings[at] = meaning;
  }
  return ok(meanings);
}
