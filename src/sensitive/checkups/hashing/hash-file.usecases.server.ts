import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { inspectCsvFile } from "#platform/files/csv-file.ts";
import { readRecords } from "#platform/files/csv-reader.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { cdaToCsv } from "../cda/cda-file.usecases.server.ts";
import { HASH_PAGE } from "./hash-page.messages.ts";
import { IDENTITY_NAMES, identityParts, identityText, staysInFile, withKey } from "./identity-key.rules.ts";

export const SHORTEST_KEY = 16;
const LINES_SEARCHED = 20;
const LEAST_PARTS = 2;
const CDA_REMOVED = ["氏名", "記号", "番号", "枝番", "住所", "受診券整理番号"];

export type Hashed = Readonly<{ rows: number; withoutKey: number; removed: readonly string[] }>;

/**
 * As the page for browsers does it, for files of any length: columns that tell who somebody is go, and a key of the
 * provider's own makes one of them. Nothing is sent anywhere, and no data folder is needed.
 */
export async function hashFile(
  path: string,
  out: string,
  secret: string,
): Promise<Result<Hashed, "unreadable" | "no-header" | Readonly<{ sentence: string }>>> {
  const key = secret.normalize("NFKC");
  const keyOf = (identity: string) =>
    identity === "" ? "" : createHmac("sha256", key).update(identity).digest("hex");
  const documents = await cdaToCsv(path, out, ({ who, birth, sex }) =>
    keyOf(identityText({ ...who, birth, sex })),
  );
  if (documents)
    return documents.ok
      ? ok({ ...documents.value, removed: CDA_REMOVED })
      : refuse({ sentence: documents.error });
  const inspected = await inspectCsvFile(path);
  if (!inspected.ok) return refuse("unreadable");
  const told = (cells: readonly string[]) =>
    identityParts(cells, IDENTITY_NAMES).filter((part) => part !== undefined).length;
  let [header, headLine, best]: [readonly string[], number, number] = [[], 0, 0];
  for await (const { records } of readRecords(inspected.value)) {
    for (const { line, cells } of records.slice(0, LINES_SEARCHED))
      if (told(cells) > best) [header, headLine, best] = [cells, line, told(cells)];
    break;
  }
  const parts = identityParts(header, IDENTITY_NAMES);
  if (best < LEAST_PARTS || parts.every(staysInFile)) return refuse("no-header");
  const file = createWriteStream(out, { mode: 0o600 });
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, "drain");
  };
  await write(BYTE_ORDER_MARK + csvLine(withKey(parts, header, HASH_PAGE.said.column, true)));
  let [rows, withoutKey] = [0, 0];
  for await (const { records } of readRecords(inspected.value)) {
    let lines = "";
    for (const { line, cells } of records) {
      if (line <= headLine || cells.every((cell) => cell.trim() === "")) continue;
      const who: Record<string, string> = {};
      parts.forEach((part, at) => {
        if (part && part !== "other" && !who[part]) who[part] = cells[at] ?? "";
      });
      const identity = identityText(who);
      if (identity === "") withoutKey += 1;
      rows += 1;
      lines += csvLine(withKey(parts, cells, keyOf(identity), false));
    }
    await write(lines);
  }
  file.end();
  await once(file, "finish");
  return ok({ rows, withoutKey, removed: header.filter((_, at) => !staysInFile(parts[at])) });
}
