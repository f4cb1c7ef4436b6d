import { downloadHeaders } from "#platform/files/attachments.ts";
import type { Refusal, Result } from "#platform/kernel/result.ts";
import { statusOf } from "./refusal.ts";

export type Download = Readonly<{ name: string; mediaType: string; content: Uint8Array }>;

/** Why there is no file: by the status, as no page stands around it, and where it will be there later, in a sentence. */
const untold = (refusal: Refusal): Response =>
  new Response(refusal.kind === "conflict" ? `${refusal.message}\n` : null, {
    status: statusOf(refusal),
    headers: refusal.kind === "conflict" ? { "Content-Type": "text/plain; charset=utf-8" } : {},
  });

/** A file to be saved. */
export function download(found: Result<Download>): Response {
  if (!found.ok) return untold(found.error);
  const { name, mediaType, content } = found.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
