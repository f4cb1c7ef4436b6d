import { downloadHeaders } from "#platform/files/attachments.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { readLinkedFile } from "../member/member-link.usecases.server.ts";
import type { Route } from "./+types/link-paper";
import { linkPlace } from "./place.tsx";

/** A file of a meeting's papers, for a member without an account. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  const file = await readLinkedFile(app, actor, { ...target, id: args.params.paper });
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
