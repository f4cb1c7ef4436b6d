import { downloadHeaders } from "#platform/files/attachments.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { readPapers } from "../meetings/paper.usecases.server.ts";
import type { Route } from "./+types/papers-pdf";
import { councilPlace } from "./place.tsx";

/** The members' facts before the meeting on one page. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await councilPlace(args);
  const papers = await readPapers(app, actor, { area: area.id, meeting: args.params.meeting });
  if (!papers.ok) return new Response(null, { status: statusOf(papers.error) });
  const pdf = documentPdf(papers.value, app.config.origin);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`${papers.value.title}.pdf`, "application/pdf"),
  });
}
