import { download } from "#platform/web/download.ts";
import { readLinkedFile } from "../member/member-link.usecases.server.ts";
import type { Route } from "./+types/link-paper";
import { linkPlace } from "./place.tsx";

/** A file of a meeting's papers, for a member without an account. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  return download(await readLinkedFile(app, actor, { ...target, id: args.params.paper }));
}
