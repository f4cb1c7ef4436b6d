import { sql } from "kysely";
import { copyText } from "#platform/db/copy-text.ts";
import { copyInto, db } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";
import type { KeptColumn } from "./record-plan.rules.ts";
import type { ReadRecord } from "./record-row.rules.ts";

type Import = Readonly<{ areaId: string; id: string }>;

const COLUMNS = [
  ...["area_id", "import_id", "line", "agreement_id", "person_key", "exam_day", "fiscal_year", "age_on_day"],
  ...[
    "age_at_end",
    "sex",
    "kind",
    "municipality",
    "workplace_size",
    "industry",
    "meal",
    "version",
    "standing",
  ],
  ...["counted", "raw", "marks", "numbers"],
];
/** Parts the cells of a record: no cell of a table holds it. */
export const CELL_BREAK = "\u001f";

/** Records on their way to the database, as lines of COPY. They stand and count until the whole file was seen. */
export class RecordLines {
  size = 0;
  #lines: string[] = [];
  readonly #kept: readonly KeptColumn[];
  readonly #begin: string;
  readonly #agreement: string;

  constructor({ areaId, id }: Import, agreement: string, kept: readonly KeptColumn[]) {
    this.#kept = kept;
    this.#begin = `${areaId}\t${id}\t`;
    this.#agreement = agreement;
  }

  push(one: ReadRecord): void {
    let marks = "";
    let numbers = "";
    for (const { itemAt } of this.#kept) {
      const value = one.values[itemAt]!;
      marks += value.mark;
      numbers += numbers === "" ? "" : ",";
      numbers += Number.isNaN(value.number) ? "NULL" : value.number;
    }
    this.#lines.push(
      `${this.#begin}${one.line}\t${this.#agreement}\t${one.personKey}\t${one.examDay}\t${one.fiscalYear}\t${one.ageOnDay}\t${one.ageAtEnd}\t${one.sex}\t${one.kind}\t${one.municipality}\t${one.size}\t${copyText(one.industry)}\t${one.meal ?? ""}\t1\tt\tt\t${copyText(one.cells.join(CELL_BREAK))}\t${copyText(marks)}\t{${numbers}}\n`,
    );
    this.size += 1;
  }

  take(): Buffer {
    const bytes = Buffer.from(this.#lines.join(""));
    this.#lines = [];
    this.size = 0;
    return bytes;
  }
}

const LIST = sql.raw(COLUMNS.join(", "));

/** COPY goes past row-level security, so it goes to a table of the transaction's own, and from there through the policies. */
export async function createRecordStaging(permit: CheckupPermit): Promise<void> {
  await sql`create temporary table checkup_staging on commit drop as
    select ${LIST} from sensitive.checkup_record with no data`.execute(db(permit));
}

export async function copyRecords(permit: CheckupPermit, lines: Buffer): Promise<void> {
  await copyInto(permit)(`copy checkup_staging (${COLUMNS.join(", ")}) from stdin`, lines);
  await sql`insert into sensitive.checkup_record (${LIST}) select ${LIST} from checkup_staging`.execute(
    db(permit),
  );
  await sql`truncate checkup_staging`.execute(db(permit));
}
