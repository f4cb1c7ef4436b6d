import { z } from "zod";
import { findArea } from "#foundation/areas/public.ts";
import { also, command, type Permit, type Work } from "#foundation/authority/public.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { isUuid, newId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { listIn, organisationPolicy, subjectOf } from "../access.ts";
import { ERRORS, FIELD } from "../messages.ts";
import { differences, readDraft } from "../rules.ts";
import type { Draft, Organisation } from "../schema.ts";
import { selectByNames } from "../store.server.ts";
import { addDraft, changeDraft, getOrganisations } from "../usecases.server.ts";
import { readRows, textOf } from "./file/usecases.server.ts";
import { IMPORT } from "./messages.ts";
import { areaWordsOf, fieldsOfRow } from "./rules.ts";
import {
  type ImportField,
  type ImportFile,
  ImportInput,
  type ImportReport,
  type ImportRow,
  type Planned,
  type RowError,
} from "./schema.ts";

const wholeList = { policy: organisationPolicy, target: z.object({}), subject: () => listIn() };

/** Tells what a CSV file of organisations would change, and what has to be mended first. */
export const checkImport = command({
  name: "organisation.check-import",
  takesFiles: true,
  ...wholeList,
  input: ImportInput,
  async run(permit, input) {
    const read = await readPlan(permit, input);
    if (!read.ok) return read;
    const { text, file, planned, errors } = read.value;
    return ok({ text, report: reportOf(file, planned, errors, false) });
  },
});

/**
 * Imports a CSV file of organisations: each row is found again by its id, else by home area and name, so that the
 * same file sent twice changes nothing. All of it in one transaction.
 */
export const importOrganisations = command({
  name: "organisation.import",
  takesFiles: true,
  ...wholeList,
  input: ImportInput,
  async run(permit, input) {
    const read = await readPlan(permit, input);
    if (!read.ok) return read;
    const { text, file, planned, errors } = read.value;
    const apply = errors.length === 0 || input.rows === "good";
    for (const row of apply ? planned : []) {
      const saved = await saveRow(permit, row);
      if (!saved.ok) return saved;
    }
    return ok({ text, report: reportOf(file, planned, errors, apply) });
  },
});

/** The rows that have to be mended, as they came, with a column that says what to mend. */
export const listRejects = command({
  name: "organisation.list-rejects",
  ...wholeList,
  input: ImportInput,
  async run(permit, input) {
    const read = await readPlan(permit, input);
    if (!read.ok) return read;
    const { file, errors } = read.value;
    const byLine = Map.groupBy(errors, (error) => error.line);
    if (byLine.size === 0) return invalid({ file: [IMPORT.nothingRejected] });
    const head = file.head.filter((cell) => cell !== IMPORT.mendColumn);
    const lines = file.rows
      .filter((row) => byLine.has(row.line))
      .map((row) => {
        const mends = byLine.get(row.line)!.map((error) => `${error.column}: ${error.mend}`);
        return csvLine([...head.map((_, index) => row.original[index] ?? ""), mends.join(" ")]);
      });
    return ok(BYTE_ORDER_MARK + csvLine([...head, IMPORT.mendColumn]) + lines.join(""));
  },
});

async function saveRow(permit: Permit, { id, draft, stored, effect }: Planned): Promise<Result<undefined>> {
  if (effect === "unchanged") return ok(undefined);
  const subject = subjectOf({ id, areaId: draft.areaId, published: draft.published });
  if (!stored) {
    const adding = await also(permit, organisationPolicy, "organisation.add", subject);
    return adding.ok ? addDraft(adding.value, id, draft, "import") : adding;
  }
  const changing = await also(permit, organisationPolicy, "organisation.change", subject);
  return changing.ok ? changeDraft(changing.value, stored, draft) : changing;
}

type Read = Readonly<{ text: string; file: ImportFile; planned: Planned[]; errors: RowError[] }>;

async function readPlan(permit: Work, input: ImportInput): Promise<Result<Read>> {
  const text = await textOf(input);
  if (!text.ok) return text;
  const file = readRows(text.value);
  if (!file.ok) return file;
  return ok({ text: text.value, file: file.value, ...(await plan(permit, file.value)) });
}

async function plan(permit: Work, file: ImportFile): Promise<{ planned: Planned[]; errors: RowError[] }> {
  const areas = await areasNamedIn(permit, file.rows);
  const known = await getOrganisations(
    permit,
    file.rows.flatMap((row) =>
      row.cells.id && isUuid(row.cells.id) ? [row.cells.id as OrganisationId] : [],
    ),
  );
  const named = new Map(
    (
      await selectByNames(
        permit,
        file.rows.flatMap((row) => pairOf(row, areas) ?? []),
      )
    ).map((one) => [`${one.areaId}\0${one.name}`, one]),
  );
  const planned: Planned[] = [];
  const errors: RowError[] = [];
  const taken = new Map<string, number>();
  for (const row of file.rows) {
    const pair = pairOf(row, areas);
    const stored =
      known.get((row.cells.id ?? "") as OrganisationId) ?? (pair && named.get(`${pair.area}\0${pair.name}`));
    const { fields, errors: wrongCells } = fieldsOfRow(row, stored, areas);
    const { draft, errors: wrongFields } = readDraft(fields);
    const all = [...wrongCells, ...errorsOfFields(row, wrongFields ?? {}, wrongCells)];
    if (draft && all.length === 0) all.push(...refusals(permit, row, draft, stored, taken));
    if (draft && all.length === 0) planned.push(planOf(row, draft, stored));
    errors.push(...all);
  }
  return { planned, errors };
}

/** Home area and name, by which a row without id is found again. */
function pairOf(
  { cells }: ImportRow,
  areas: ReadonlyMap<string, AreaId>,
): { area: AreaId; name: string } | undefined {
  const area = areas.get(cells.areaId ?? "");
  return area && { area, name: (cells.name ?? "").normalize("NFC").replace(/\s+/g, " ").trim() };
}

async function areasNamedIn(permit: Work, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, AreaId>> {
  const words = rows.flatMap(({ cells }) => [cells.areaId ?? "", ...areaWordsOf(cells.servedAreas ?? "")]);
  const found = new Map<string, AreaId>();
  for (const word of new Set(words)) {
    const area = await findArea(permit, word);
    if (area) found.set(word, area.id);
  }
  return found;
}

function errorsOfFields(
  row: ImportRow,
  wrong: Readonly<Record<string, readonly string[]>>,
  said: readonly RowError[],
): RowError[] {
  return Object.entries(wrong)
    .map(([field, mends]) => ({
      line: row.line,
      column: FIELD[field as ImportField],
      value: row.cells[field as ImportField] ?? "",
      mend: mends.join(" "),
    }))
    .filter((error) => !said.some((other) => other.column === error.column));
}

/** What a row that is right in itself may still not do. */
function refusals(
  permit: Work,
  row: ImportRow,
  draft: Draft,
  stored: Organisation | undefined,
  taken: Map<string, number>,
): RowError[] {
  const wrong = (field: ImportField, value: string, mend: string) => [
    { line: row.line, column: FIELD[field], value, mend },
  ];
  if (!organisationPolicy.may(permit.actor, "organisation.change", subjectOf(draft)))
    return wrong("areaId", row.cells.areaId ?? "", ERRORS.foreignArea);
  if (stored && stored.areaId !== draft.areaId)
    return wrong("areaId", row.cells.areaId ?? "", ERRORS.fixedArea);
  const key = `${draft.areaId}\0${draft.name}`;
  const before = taken.get(key);
  if (before !== undefined) return wrong("name", draft.name, IMPORT.sameAsLine(before));
  taken.set(key, row.line);
  return [];
}

function planOf(row: ImportRow, draft: Draft, stored: Organisation | undefined): Planned {
  const changed = stored ? differences(stored, draft) : [];
  return {
    line: row.line,
    id: stored?.id ?? newId<OrganisationId>(),
    draft,
    stored,
    effect: !stored ? "insert" : changed.length > 0 ? "update" : "unchanged",
    changed,
  };
}

function reportOf(
  file: ImportFile,
  planned: readonly Planned[],
  errors: readonly RowError[],
  applied: boolean,
): ImportReport {
  const count = (effect: Planned["effect"]) => planned.filter((row) => row.effect === effect).length;
  return {
    rows: file.rows.length,
    inserted: count("insert"),
    updated: count("update"),
    unchanged: count("unchanged"),
    errors,
    rejectedRows: new Set(errors.map((error) => error.line)).size,
    applied,
    changes: planned.flatMap(({ line, draft, effect, changed }) =>
      effect === "unchanged"
        ? []
        : [{ line, name: draft.name, effect, fields: changed.map((field) => FIELD[field]) }],
    ),
  };
}
