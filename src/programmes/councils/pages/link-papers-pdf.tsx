import { download } from "#platform/web/download.ts";
import { readLinkedPapers } from "../member/member-link.usecases.server.ts";
import type { Route } from "./+types/link-papers-pdf";
import { linkPlace, pdfOf } from "./place.tsx";

/** The facts before the meeting on one page, for a member without an account. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  return download(pdfOf(app, await readLinkedPapers(app, actor, target)));
}
