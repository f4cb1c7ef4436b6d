import { downloadHeaders } from "#platform/files/attachments.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { reportAsPdf } from "../report/report-file.queries.server.ts";
import type { Route } from "./+types/report-pdf";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await councilPlace(args);
  const year = parseFiscalYear(url.searchParams.get("year") ?? "") ?? fiscalYearOf(app.clock.today());
  const file = await reportAsPdf(app, actor, area, year);
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  return new Response(new Uint8Array(file.value.content), {
    headers: downloadHeaders(file.value.name, "application/pdf"),
  });
}
