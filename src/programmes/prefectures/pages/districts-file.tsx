import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { csvResponse, writeCsv } from "#platform/files/csv-writer.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { shown } from "#platform/web/refusal.ts";
import { districtReport } from "../district-report.present.ts";
import { DISTRICTS } from "../messages.ts";
import { fileLines, kindName, LINE_COLUMNS } from "../overview.present.ts";
import { readOverview } from "../overview.queries.server.ts";
import type { Route } from "./+types/districts-file";

/** The comparison as a report or as a file of its figures. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const kind = url.searchParams.get("kind") ?? undefined;
  const overview = shown(await readOverview(app, actor, { area, kind }));
  const name = DISTRICTS.report(overview.area.name);
  if (url.pathname.endsWith(".csv"))
    return csvResponse(`${name}.csv`, writeCsv(LINE_COLUMNS, fileLines(overview)));
  const paper = districtReport(overview, kindName(overview.kind), app.clock.today());
  return new Response(new Uint8Array(documentPdf(paper, app.config.origin, renderedOnce)), {
    headers: downloadHeaders(`${name}.pdf`, "application/pdf"),
  });
}
