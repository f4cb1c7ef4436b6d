import { createHash } from "node:crypto";
import type { Row } from "#platform/db/area-rows.ts";
import { type RowAccess, tables } from "#platform/db/rows.ts";
import { type AreaId, type Branded, newId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { cleanName, endingOf } from "./file-name.ts";
import { beginsAs } from "./signature.ts";

export type FileId = Branded<"FileId">;
export type StoredFile = Row<"storedFile", "name" | "mediaType" | "bytes" | "sha256"> &
  Readonly<{ id: FileId }>;

const PIECE_BYTES = 1024 * 1024;
export const LONGEST_ATTACHMENT_BYTES = 50 * 1024 * 1024;

/** What offices exchange. Anything that a browser would run (HTML, SVG) is left out. */
const KINDS: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  csv: "text/csv",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/**
 * Keeps a file in the area, in the caller's transaction. The kind is told by the name and must be borne out by how the
 * file begins, never by what the sender claims; it is handed out again as a download only.
 */
export async function storeFile(
  access: RowAccess,
  area: AreaId,
  by: string,
  at: Date,
  file: Readonly<{ name: string; content: AsyncIterable<Uint8Array> }>,
): Promise<Result<StoredFile>> {
  const name = cleanName(file.name);
  const ending = endingOf(name);
  const mediaType = KINDS[ending];
  if (!mediaType) {
    return invalid({
      file: [`PDF・Word・Excel・PowerPoint・CSV・テキスト・画像のファイルを選択してください。`],
    });
  }
  const id = newId<FileId>();
  await tables(access)
    .insertInto("storedFile")
    .values({ areaId: area, id, name, mediaType, bytes: 0, sha256: "", storedBy: by, storedAt: at })
    .execute();
  const refused = async (sentence: string) => {
    await tables(access).deleteFrom("storedFile").where("areaId", "=", area).where("id", "=", id).execute();
    return invalid({ file: [sentence] });
  };
  const hash = createHash("sha256");
  let bytes = 0;
  let position = 0;
  for await (const content of pieces(file.content)) {
    bytes += content.length;
    if (bytes > LONGEST_ATTACHMENT_BYTES) return refused("50MBまでのファイルを選択してください。");
    if (position === 0 && !beginsAs(ending, content)) return refused(mismatch(name));
    hash.update(content);
    await tables(access)
      .insertInto("storedFilePiece")
      .values({ areaId: area, fileId: id, position, content })
      .execute();
    position += 1;
  }
  if (position === 0) return refused(`「${name}」は空のファイルです。`);
  const sha256 = hash.digest("hex");
  await tables(access)
    .updateTable("storedFile")
    .set({ bytes, sha256 })
    .where("areaId", "=", area)
    .where("id", "=", id)
    .execute();
  return ok({ id, name, mediaType, bytes, sha256 });
}

const mismatch = (name: string) =>
  `「${name}」の中身は、名前の終わりが示す種類のファイルではありません。元のソフトで保存しなおしてください。`;

/** Forgets a file and its content. */
export async function deleteFile(access: RowAccess, area: AreaId, id: string): Promise<void> {
  await tables(access).deleteFrom("storedFile").where("areaId", "=", area).where("id", "=", id).execute();
}

export const findFile = (access: RowAccess, area: AreaId, id: string): Promise<StoredFile | undefined> =>
  tables(access)
    .selectFrom("storedFile")
    .select(["id", "name", "mediaType", "bytes", "sha256"])
    .$narrowType<{ id: FileId }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

/** The whole content. Attachments are at most 50 MB; one at a time is in memory. */
export async function readFileContent(access: RowAccess, area: AreaId, id: string): Promise<Buffer> {
  const rows = await tables(access)
    .selectFrom("storedFilePiece")
    .select("content")
    .where("areaId", "=", area)
    .where("fileId", "=", id)
    .orderBy("position")
    .execute();
  return Buffer.concat(rows.map((row) => row.content));
}

/** Headers that make a browser save the file and never show it in our origin. */
export const downloadHeaders = (name: string, mediaType: string) => ({
  "Content-Type": mediaType,
  "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
});

async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const whole = Buffer.concat(held);
    let from = 0;
    for (; whole.length - from >= PIECE_BYTES; from += PIECE_BYTES)
      yield whole.subarray(from, from + PIECE_BYTES);
    held = [whole.subarray(from)];
    size = whole.length - from;
  }
  if (size > 0) yield Buffer.concat(held);
}
