import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { shown } from "#platform/web/refusal.ts";
import { editionDocument, fileColumns, linesOf, presentEdition } from "../edition.present.ts";
import { readEdition } from "../edition.usecases.server.ts";
import type { Route } from "./+types/edition-file";

/** An edition as a file, made each time of what went out. */
export async function loader({ context, params: { format, ...name } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { edition, area } = shown(await readEdition(app, actor, name));
  const { content, number } = edition;
  const file = `${area.name}の${content.title} ${content.period.label} 第${number}版`;
  switch (format) {
    case "csv":
    case "xlsx":
      return listResponse(format, file, fileColumns(edition), { rows: linesOf(content), after: undefined });
    case "json":
      return Response.json(presentEdition(edition));
    case "pdf": {
      const pdf = documentPdf(editionDocument(edition, area.name), app.config.origin, renderedOnce);
      return new Response(new Uint8Array(pdf), {
        headers: downloadHeaders(`${file}.pdf`, "application/pdf"),
      });
    }
    default:
      return new Response(null, { status: 404 });
  }
}
