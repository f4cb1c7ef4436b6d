import { createHash } from "node:crypto";
import type { RowAccess } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, type FieldErrors } from "#platform/kernel/result.ts";
import { findFile, type StoredFile, storeFile } from "./attachments.ts";
import { contentFits } from "./signature.ts";
import type { SentFile } from "./upload.ts";

/** What a form brought along under its field for files. */
export type SentFiles = Readonly<{ files: readonly SentFile[]; tooMany: boolean }>;

/** How much a thing takes: in one form, of each file, and in all. */
export type FileLimits = Readonly<{ files: number; bytes: number; ofAll: number }>;

/** What is said of files that can't be taken; `{name}` and `{n}` are filled in. */
export type FileSentences = Readonly<
  Record<"tooLong" | "kind" | "unlike" | "locked" | "active" | "tooMany" | "full" | "again", string>
>;

const SENTENCE = {
  "too long": "tooLong",
  "unknown kind": "kind",
  "another kind": "unlike",
  macro: "unlike",
  "too much": "unlike",
  locked: "locked",
  active: "active",
} as const satisfies Record<string, keyof FileSentences>;

export const bytesOf = ({ files }: SentFiles): number =>
  files.reduce((sum, file) => sum + file.content.size, 0);

export const filesOf = ({ files }: Readonly<Record<string, unknown>>): SentFiles =>
  files && typeof files === "object" && "files" in files
    ? (files as SentFiles)
    : { files: [], tooMany: false };

/** What is wrong with the files of a form, beside their field and each by its name. `held` is how many the thing has. */
export async function fileErrors(
  sent: SentFiles,
  held: number,
  limits: FileLimits,
  say: FileSentences,
): Promise<{ files?: string[] }> {
  const named = (sentence: string, name: string) => sentence.replace("{name}", name);
  const found: string[] = [];
  for (const { name, content, tooLong } of sent.files) {
    const fit = tooLong ? "too long" : await contentFits(name, content);
    if (fit !== "fits") found.push(named(say[SENTENCE[fit]], name));
  }
  if (sent.tooMany) found.push(say.tooMany.replace("{n}", String(limits.files)));
  if (held + sent.files.length > limits.ofAll) found.push(say.full.replace("{n}", String(limits.ofAll)));
  return found.length > 0 ? { files: [...new Set(found)] } : {};
}

/** The errors of a form that brought files along: a browser may have let go of them. */
export const withFiles = (errors: FieldErrors, sent: SentFiles, say: FileSentences): FieldErrors =>
  sent.files.length > 0 && !errors.files ? { ...errors, files: [say.again] } : errors;

/** The files that a thing does not hold yet: the same one sent twice by a double click is one. */
export async function filesNotHeld(
  access: RowAccess,
  area: AreaId,
  held: readonly Readonly<{ id: string; name: string }>[],
  sent: SentFiles,
): Promise<SentFile[]> {
  const known = new Set<string>();
  for (const { id, name } of held) known.add(`${name} ${(await findFile(access, area, id))?.sha256}`);
  const fresh: SentFile[] = [];
  for (const file of sent.files)
    if (!known.has(`${file.name} ${await hashOf(file.content)}`)) fresh.push(file);
  return fresh;
}

async function hashOf(content: Blob): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of content.stream()) hash.update(part);
  return hash.digest("hex");
}

/** Keeps a file that was looked through, and whom to tell of a sender without an account what a scanner finds in it: a kind that the store of files does not take would be a bug. */
export async function keepFile(
  access: RowAccess,
  area: AreaId,
  by: string,
  at: Date,
  { name, content }: Pick<SentFile, "name" | "content">,
  tell?: string,
): Promise<StoredFile> {
  return expectOk(await storeFile(access, area, by, at, { name, content: content.stream(), tell }));
}
