import { download } from "#platform/web/download.ts";
import { readPapers } from "../meetings/paper.usecases.server.ts";
import type { Route } from "./+types/papers-pdf";
import { councilPlace, pdfOf } from "./place.tsx";

/** The members' facts before the meeting on one page. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await councilPlace(args);
  const target = { area: area.id, meeting: args.params.meeting };
  return download(pdfOf(app, await readPapers(app, actor, target)));
}
