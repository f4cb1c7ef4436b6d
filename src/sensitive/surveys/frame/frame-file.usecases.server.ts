import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecords, recordsOf } from "#platform/files/csv-reader.ts";
import { restore } from "#platform/files/csv-writer.ts";
import { readNumber } from "#platform/kernel/typed.ts";
import { type Column, known, matchColumns, namesOf, tidyHeader } from "#platform/tables/columns.ts";
import { tableAt, tablesOf } from "#platform/tables/layout.ts";
import { inspectTable } from "#platform/tables/reader.ts";
import { sizeClassOf } from "./sample.rules.ts";
import type { NewUnit } from "./unit.store.server.ts";

const COLUMNS = [
  {
    key: "name",
    header: "事業所名",
    synonyms: ["事業所", "会社名", "名称", "法人名", "商号", "事業所名称"],
    required: true,
  },
  { key: "contact", header: "担当部署", synonyms: ["宛名", "担当", "部署", "担当者"] },
  { key: "postalCode", header: "郵便番号", synonyms: ["〒"] },
  { key: "address", header: "住所", synonyms: ["所在地", "事業所所在地"] },
  { key: "email", header: "メールアドレス", synonyms: ["e-mail", "mail", "メール"] },
  { key: "phone", header: "電話番号", synonyms: ["電話", "tel"] },
  { key: "workers", header: "従業者数", synonyms: ["従業員数", "常用労働者数", "人数"] },
  { key: "sizeClass", header: "規模", synonyms: ["従業員規模", "従業者規模", "規模区分"] },
  { key: "industry", header: "業種", synonyms: ["産業", "産業分類", "業種名"] },
  { key: "town", header: "市区町村", synonyms: ["市町村", "市区町村名"] },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]["key"];

export type ReadUnit = Omit<NewUnit, "id" | "number">;
export type FrameTable = Readonly<{
  units: readonly ReadUnit[];
  /** Lines that can't be taken, with what to mend. */
  wrong: readonly Readonly<{ line: number; mend: string }>[];
}>;

const NAMES = namesOf(COLUMNS);
const knows = (name: string) => known(NAMES, name) !== undefined;
const NO_NAME = "「事業所名」の列が見つかりません。1行目に列の名前を入力してください。";
const MOST = 20_000;

/** A table of workplaces, CSV or a book of Excel, as units of a frame. */
export async function readFrameFile(file: File): Promise<FrameTable | string> {
  const folder = await mkdtemp(join(tmpdir(), "yui-frame-"));
  try {
    const path = join(folder, "frame");
    await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    const read = await inspectTable(path, join(folder, "sheet.csv"));
    if (!read.ok) return "ファイルを読み取れません。CSVかExcelのファイルを選択してください。";
    const table = tableAt(tablesOf(read.value.bands, knows), {}, knows);
    if (!table) return NO_NAME;
    const lines: { line: number; cells: readonly string[] }[] = [];
    for await (const { records } of readRecords(read.value.file)) {
      lines.push(...records.filter(({ line }) => line >= table.header.bodyLine));
      if (lines.length > MOST) return `${MOST.toLocaleString("ja-JP")}行までのファイルにしてください。`;
    }
    return unitsOf(tidyHeader(table.header.names), lines);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines that were typed or pasted: with a head of their own, or a name a line. */
export function readFrameText(text: string): FrameTable | string {
  const delimiter = text.includes("\t") ? "\t" : ",";
  const [first, ...rest] = recordsOf(text.trim(), delimiter);
  if (!first) return NO_NAME;
  return first.cells.some(knows)
    ? unitsOf(tidyHeader(first.cells), rest)
    : unitsOf(
        COLUMNS.filter(({ key }) => ["name", "workers", "industry", "town"].includes(key)).map(
          ({ header }) => header,
        ),
        [first, ...rest],
      );
}

function unitsOf(
  header: readonly string[],
  lines: readonly Readonly<{ line: number; cells: readonly string[] }>[],
): FrameTable | string {
  const roles = matchColumns(header, COLUMNS);
  if (!roles.some(({ role }) => role === "name")) return NO_NAME;
  const units: ReadUnit[] = [];
  const wrong: { line: number; mend: string }[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const text = (key: Key) =>
      restore(cells[roles.findIndex(({ role }) => role === key)] ?? "")
        .trim()
        .slice(0, 300);
    const count = readNumber(text("workers"), ["人", "名"]);
    const workers = typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : null;
    const same = `${text("name")}\n${text("address")}`;
    if (text("name") === "") wrong.push({ line, mend: "事業所名を入力してください。" });
    else if (count !== undefined && workers === null)
      wrong.push({ line, mend: "従業者数を、0以上の整数で入力してください。" });
    else if (seen.has(same))
      wrong.push({ line, mend: "前の行と同じ事業所です。いずれかを削除してください。" });
    else
      units.push({
        ...{
          name: text("name"),
          contact: text("contact"),
          postalCode: text("postalCode"),
          address: text("address"),
        },
        ...{
          email: text("email"),
          phone: text("phone"),
          industry: text("industry"),
          town: text("town"),
          workers,
        },
        sizeClass: sizeClassOf(workers, text("sizeClass")),
        way: /^[^\s@]+@[^\s@]+$/.test(text("email")) ? "mail" : "letter",
      });
    seen.add(same);
  }
  return { units, wrong };
}
