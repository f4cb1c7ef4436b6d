import { downloadHeaders } from "#platform/files/attachments.ts";
import type { Result } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import type { Download } from "../requests/request-file.usecases.server.ts";

/** A file as a download, or a sentence where there is none. */
export function fileResponse(file: Result<Download>): Response {
  const { name, mediaType, content } = shown(file);
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
