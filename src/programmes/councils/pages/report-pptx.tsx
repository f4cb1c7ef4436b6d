import { download } from "#platform/web/download.ts";
import { reportAsPptx } from "../report/report-file.queries.server.ts";
import type { Route } from "./+types/report-pptx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, year } = await councilPlace(args);
  return download(await reportAsPptx(app, actor, area, year));
}
