import type { CheckupPermit } from "../access.ts";
import { addCounts } from "../cube/cube.store.server.ts";
import { Tally } from "../cube/tally.rules.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { itemAt } from "../model/checkup-indicator.rules.ts";
import { readCheckupValue } from "../model/checkup-value.rules.ts";
import { type ChosenLine, type SettledRow, settleYear, type YearRow } from "../model/person-year.rules.ts";
import { selectColumns } from "./checkup-column.store.server.ts";
import { deleteLines, type StoredRecord, selectTouched, updateSettled } from "./record.store.server.ts";
import { CELL_BREAK } from "./record-lines.store.server.ts";
import type { ReadRecord } from "./record-row.rules.ts";

const PERSONS_AT_ONCE = 2000;
const FIRST_PERSON = { fiscalYear: 0, personKey: "00000000-0000-0000-0000-000000000000" };

/** Reads stored records as they were read from their files. */
export class StoredReader {
  readonly #items = new Map<string, readonly string[]>();
  readonly #permit: CheckupPermit;
  constructor(permit: CheckupPermit) {
    this.#permit = permit;
  }

  /** Learns the columns of the imports of these rows. */
  async learn(rows: readonly Pick<StoredRecord, "importId">[]): Promise<void> {
    for (const importId of new Set(rows.map((row) => row.importId)))
      if (!this.#items.has(importId))
        this.#items.set(importId, await selectColumns(this.#permit, this.#permit.subject.area, importId));
  }

  /** Everything that it says, by item, whatever the order of its file's columns. */
  says({ importId, raw, sex, ageAtEnd, meal }: Omit<StoredRecord, "says">): string {
    const cells = raw.split(CELL_BREAK);
    const said = this.#items
      .get(importId)!
      .flatMap((item, at) => (cells[at] ? [`${item}=${cells[at]}`] : []));
    return [`${sex} ${ageAtEnd} ${meal}`, ...said.sort()].join("\n");
  }

  record(row: Omit<StoredRecord, "says">): ReadRecord {
    const cells = row.raw.split(CELL_BREAK);
    const values: ReadRecord["values"][number][] = [];
    this.#items.get(row.importId)!.forEach((item, at) => {
      const position = itemAt(item);
      values[position] = readCheckupValue(CHECKUP_ITEMS[position]!, cells[at] ?? "");
    });
    return {
      ...row,
      meal: (row.meal || undefined) as ReadRecord["meal"],
      values,
      cells,
    } as unknown as ReadRecord;
  }
}

export type Settled = Readonly<{
  changed: number;
  unchanged: number;
  repeated: number;
  passedOver: number;
  contradicting: readonly number[];
}>;

/**
 * Puts the touched persons' years in order and moves the counts by just that: of each import's part what no longer
 * counts is taken out, and what counts now is added.
 */
export async function settleTouched(
  permit: CheckupPermit,
  areaId: string,
  agreement: string,
  fresh: Readonly<{ id: string; tally: Tally; chosen?: ChosenLine }> | undefined,
): Promise<Settled> {
  const reader = new StoredReader(permit);
  const tallies = new Map<string, Tally>();
  const tallyOf = (importId: string) => {
    if (importId === fresh?.id) return fresh.tally;
    const tally = tallies.get(importId) ?? new Tally();
    tallies.set(importId, tally);
    return tally;
  };
  const done = { changed: 0, unchanged: 0, repeated: 0, passedOver: 0, contradicting: [] as number[] };
  let after = FIRST_PERSON;
  for (;;) {
    const rows = await selectTouched(permit, areaId, agreement, after, PERSONS_AT_ONCE);
    if (rows.length === 0) break;
    await reader.learn(rows);
    const moved: SettledRow[] = [];
    const gone: YearRow[] = [];
    const stored = new Map<YearRow, StoredRecord>();
    for (const [, own] of Map.groupBy(rows, ({ fiscalYear, personKey }) => `${fiscalYear} ${personKey}`)) {
      const known = own.map((row) => ({ ...row, says: reader.says(row) }));
      for (const row of known) stored.set(row, row);
      const settled = settleYear(known, fresh?.id, fresh?.chosen);
      moved.push(
        ...settled.rows.filter(
          ({ row, version, standing, counted }) =>
            row.version !== version || row.standing !== standing || row.counted !== counted,
        ),
      );
      gone.push(...settled.unchanged, ...settled.repeated, ...settled.contradicting, ...settled.passedOver);
      done.changed += settled.changed.length;
      done.unchanged += settled.unchanged.length;
      done.repeated += settled.repeated.length;
      done.passedOver += settled.passedOver.length;
      done.contradicting.push(...settled.contradicting.map(({ line }) => line));
    }
    for (const { row, counted } of moved)
      if (row.counted !== counted)
        tallyOf(row.importId).add(reader.record(stored.get(row)!), counted ? 1 : -1);
    for (const row of gone) if (row.counted) tallyOf(row.importId).add(reader.record(stored.get(row)!), -1);
    await updateSettled(permit, areaId, moved);
    if (fresh)
      await deleteLines(
        permit,
        { areaId, id: fresh.id },
        gone.map(({ line }) => line),
      );
    const last = rows.at(-1)!;
    after = { fiscalYear: last.fiscalYear, personKey: last.personKey };
  }
  for (const [importId, tally] of tallies) await addCounts(permit, { areaId, importId, agreement }, tally);
  return done;
}
