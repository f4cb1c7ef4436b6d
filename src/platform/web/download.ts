import { downloadHeaders } from "#platform/files/attachments.ts";
import type { Result } from "#platform/kernel/result.ts";
import { statusOf } from "./refusal.ts";

export type Download = Readonly<{ name: string; mediaType: string; content: Uint8Array }>;

/** A file to be saved; what is refused is told by the status alone, as no page stands around it. */
export function download(found: Result<Download>): Response {
  if (!found.ok) return new Response(null, { status: statusOf(found.error) });
  const { name, mediaType, content } = found.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
