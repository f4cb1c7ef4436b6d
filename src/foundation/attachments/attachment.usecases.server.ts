import { scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import {
  deleteFile,
  type FileId,
  findFile,
  openFile,
  type StoredFile,
  storeFile,
} from "#platform/files/attachments.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { Download } from "#platform/web/download.ts";

/** Keeps a file that a form brings. */
export const keepFile = (permit: Permit, file: File): Promise<Result<StoredFile>> =>
  storeFile(permit, permit.subject.area, scopeOf(permit.actor).actor, permit.clock.now(), {
    name: file.name,
    content: file.stream(),
  });

/** The same file sent twice by a double click is one; another of the same name is another. */
const sameness = (file: StoredFile | undefined) => `${file?.name} ${file?.sha256}`;

/** Keeps the files that are not among those held already; all of them or none. */
export async function keepFiles(
  permit: Permit,
  files: readonly File[],
  held: readonly FileId[],
): Promise<Result<StoredFile[]>> {
  const { area } = permit.subject;
  const known = new Set<string>();
  for (const id of held) known.add(sameness(await findFile(permit, area, id)));
  const kept: StoredFile[] = [];
  for (const file of files) {
    const stored = await keepFile(permit, file);
    if (!stored.ok) return stored;
    if (known.has(sameness(stored.value))) await deleteFile(permit, area, stored.value.id);
    else kept.push(stored.value);
    known.add(sameness(stored.value));
  }
  return ok(kept);
}

/** A file with its content, to be saved by a browser. The caller has found it by what it is attached to. */
export async function readAttachment(
  permit: Permit,
  id: string | null | undefined,
): Promise<Result<Download & Readonly<{ content: Buffer }>>> {
  return id ? openFile(permit, permit.subject.area, id) : notFound("file");
}
