import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { paperFileByLink } from "../meetings/links/usecases.server.ts";
import type { Route } from "./+types/link-paper";

/** A file of a meeting's papers, for a member without an account. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const file = await paperFileByLink(app, params.token, params.paper);
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
