import { createHash } from "node:crypto";
import type { Row } from "#platform/db/area-rows.ts";
import { type RowAccess, tables } from "#platform/db/rows.ts";
import { type AreaId, type Branded, newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { ByteSource } from "./byte-source.ts";
import { cleanName, endingOf } from "./file-name.ts";
import { isScanning } from "./scanner.ts";
import { beginsAs, type Flaw, flawOf } from "./signature.ts";

export type FileId = Branded<"FileId">;
export type StoredFile = Row<"storedFile", "name" | "mediaType" | "bytes" | "sha256"> &
  Readonly<{ id: FileId }>;

/** Whether a file may be opened: not while it waits for the scanner, and never once that found something. */
export type FileState = "open" | "waiting" | "infected";
export const fileState = (scan: string): FileState =>
  scan === "infected" ? "infected" : scan === "waiting" && isScanning() ? "waiting" : "open";

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
 * Keeps a file in the area, in the caller's transaction. The kind is told by the name and must be borne out by its
 * content, never by what the sender claims; it is handed out again as a download only. `tell` is the address of a sender
 * without an account, kept until the scanner has looked.
 */
export async function storeFile(
  access: RowAccess,
  area: AreaId,
  by: string,
  at: Date,
  file: Readonly<{ name: string; content: AsyncIterable<Uint8Array>; tell?: string | undefined }>,
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
    .values({
      areaId: area,
      id,
      name,
      mediaType,
      bytes: 0,
      sha256: "",
      storedBy: by,
      storedAt: at,
      tell: (isScanning() && file.tell) || null,
    })
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
    if (position === 0 && !beginsAs(ending, content)) return refused(SENTENCES["another kind"](name));
    hash.update(content);
    await tables(access)
      .insertInto("storedFilePiece")
      .values({ areaId: area, fileId: id, position, content })
      .execute();
    position += 1;
  }
  if (position === 0) return refused(`「${name}」は空のファイルです。`);
  const flaw = await flawOf(ending, piecesOf(access, area, id, bytes));
  if (flaw) return refused(SENTENCES[flaw](name));
  const sha256 = hash.digest("hex");
  await tables(access)
    .updateTable("storedFile")
    .set({ bytes, sha256 })
    .where("areaId", "=", area)
    .where("id", "=", id)
    .execute();
  return ok({ id, name, mediaType, bytes, sha256 });
}

/** What is said of a file that is not taken. */
export const SENTENCES: Readonly<Record<Flaw, (name: string) => string>> = {
  "another kind": (name) =>
    `「${name}」の中身は、名前の終わりが示す種類のファイルではありません。元のソフトで保存しなおしてください。`,
  macro: (name) =>
    `「${name}」には、マクロか、埋め込まれたプログラムが入っています。取り除いて保存しなおすか、PDFにしてください。`,
  locked: (name) => `「${name}」はパスワードで保護されています。保護を外して保存しなおしてください。`,
  "too much": (name) =>
    `「${name}」は、壊れているか、広げると大きくなりすぎます。元のソフトで保存しなおしてください。`,
  active: (name) =>
    `「${name}」には、開くと動く命令（JavaScriptなど）が入っています。「印刷」からPDFを作りなおしてください。`,
};

/** The stored content of a file, to be looked into. */
const piecesOf = (access: RowAccess, area: AreaId, id: string, size: number): ByteSource => ({
  size,
  async read(from, length) {
    const first = Math.floor(from / PIECE_BYTES);
    const rows = await tables(access)
      .selectFrom("storedFilePiece")
      .select("content")
      .where("areaId", "=", area)
      .where("fileId", "=", id)
      .where("position", ">=", first)
      .where("position", "<=", Math.floor((from + length) / PIECE_BYTES))
      .orderBy("position")
      .execute();
    const start = from - first * PIECE_BYTES;
    return Buffer.concat(rows.map((row) => row.content)).subarray(start, start + length);
  },
});

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

/** The states of files by their ids, for the lists that name them. */
export async function statesOfFiles(
  access: RowAccess,
  area: AreaId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FileState>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(access)
    .selectFrom("storedFile")
    .select(["id", "scan"])
    .where("areaId", "=", area)
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, scan }) => [id, fileState(scan)]));
}

/** Rows that name a file, each with its state. */
export async function withStates<Row extends object>(
  access: RowAccess,
  area: AreaId,
  rows: readonly Row[],
  fileOf: (row: Row) => string | null,
): Promise<(Row & Readonly<{ state: FileState }>)[]> {
  const states = await statesOfFiles(
    access,
    area,
    rows.flatMap((row) => fileOf(row) ?? []),
  );
  return rows.map((row) => ({ ...row, state: states.get(fileOf(row) ?? "") ?? "open" }));
}

const NOT_OPEN = {
  waiting: "確認中です。ウイルスがないかを調べています。しばらくしてから開いてください。",
  infected: "ウイルスの疑いがあるため、このファイルは開けません。",
};

/** A file with its content, where it may be opened: the one way by which a content leaves. */
export async function openFile(
  access: RowAccess,
  area: AreaId,
  id: string,
): Promise<Result<StoredFile & Readonly<{ content: Buffer }>>> {
  const file = await findFile(access, area, id);
  if (!file) return notFound("file");
  const state = (await statesOfFiles(access, area, [id])).get(id) ?? "open";
  if (state !== "open") return conflict(NOT_OPEN[state]);
  return ok({ ...file, content: await readFileContent(access, area, id) });
}

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
