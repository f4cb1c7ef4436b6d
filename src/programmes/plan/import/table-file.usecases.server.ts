import iconv from "iconv-lite";
import { detectEncoding } from "#platform/files/read-text.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { TABLE } from "./activity-import.messages.ts";
import type { TableInput } from "./activity-import.schema.ts";

export const LONGEST_TABLE_BYTES = 10 * 1024 * 1024;

/** The text of a file that was sent, in whichever encoding; what is none gets the sentence that says why. */
export function textOfTable(bytes: Uint8Array): Result<string> {
  const refused = (sentence: string) => invalid({ file: [sentence] });
  if (bytes.length > LONGEST_TABLE_BYTES) return refused(TABLE.tooLarge(LONGEST_TABLE_BYTES / 1024 / 1024));
  // Told by all but the last byte: where the file was cut within a letter, its last row says so.
  const encoding = detectEncoding(bytes, Math.max(1, bytes.length - 1));
  if (!encoding.ok) return refused(TABLE.unreadable[encoding.error]);
  return ok(iconv.decode(Buffer.from(bytes), encoding.value).replace(/^\uFEFF/, ""));
}

/** The text of what was sent: of the file that was chosen, else what was pasted. */
export async function textOf({ file, table }: Pick<TableInput, "file" | "table">): Promise<Result<string>> {
  if (file) return textOfTable(await file.bytes());
  return table.trim() === "" ? invalid({ file: [TABLE.none] }) : ok(table);
}
