import { downloadHeaders } from "#platform/files/attachments.ts";
import type { Result } from "#platform/kernel/result.ts";
import { statusOf } from "#platform/web/refusal.ts";
import type { Download } from "../requests/files/usecases.server.ts";

/** A file as a download, or nothing that tells why there is none. */
export function fileResponse(file: Result<Download>): Response {
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
