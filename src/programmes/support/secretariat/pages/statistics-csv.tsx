import { linesOf } from "#evidence/publication/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse, writeCsv } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { STATISTICS } from "../../statistics/statistics.messages.ts";
import { readStatistics } from "../../statistics/statistics.usecases.server.ts";
import type { Route } from "./+types/statistics-csv";

/** The tables of the page as one list: what is hidden there is hidden here. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const wanted = new URL(request.url).searchParams.get("year");
  const { shown: content } = shown(await readStatistics(app, actor, area.id, wanted));
  const year = content.period.label;
  const lines = linesOf({ ...content, figures: [] });
  const body = writeCsv(
    [
      { head: "年度", cell: () => year },
      { head: "表", cell: (one) => one.table },
      { head: "行", cell: (one) => one.row },
      { head: "列", cell: (one) => one.column },
      { head: "件", cell: (one) => one.value },
    ],
    lines,
  );
  return csvResponse(`${area.name}の${STATISTICS.title} ${year}.csv`, body);
}
