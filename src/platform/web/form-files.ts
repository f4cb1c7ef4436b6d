import type { StoredFile } from "#platform/files/attachments.ts";
import type { Result } from "#platform/kernel/result.ts";
import { download } from "./download.ts";
import { shown } from "./refusal.ts";

export type Download = StoredFile & Readonly<{ content: Buffer }>;

/** A file as a download, or a sentence where there is none. */
export function fileResponse(file: Result<Download>): Response {
  return file.ok || file.error.kind === "conflict" ? download(file) : shown(file);
}
