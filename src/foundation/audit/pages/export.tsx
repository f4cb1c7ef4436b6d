import { actionWordsContext } from "#foundation/audit/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { BYTE_ORDER_MARK, csvLine, csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { LOG } from "../reading/messages.ts";
import { csvColumns } from "../reading/present.ts";
import { readFilter } from "../reading/schema.ts";
import { exportLog } from "../reading/usecases.server.ts";
import type { Route } from "./+types/export";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const pages = shown(await exportLog(app, actor, readFilter(url.searchParams)));
  const columns = csvColumns(context.get(actionWordsContext));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (out) =>
      out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(columns.map((column) => column.head)))),
    async pull(out) {
      const { done, value } = await pages.next();
      if (done) return out.close();
      out.enqueue(
        encoder.encode(value.map((entry) => csvLine(columns.map((column) => column.cell(entry)))).join("")),
      );
    },
    cancel: async () => void (await pages.return(undefined)),
  });
  return csvResponse(LOG.file, body);
}
