import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { papersByLink } from "../meetings/links/usecases.server.ts";
import type { Route } from "./+types/link-papers-pdf";

/** The facts before the meeting on one page, for a member without an account. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const papers = await papersByLink(app, params.token);
  if (!papers.ok) return new Response(null, { status: statusOf(papers.error) });
  const pdf = documentPdf(papers.value, app.config.origin);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`${papers.value.title}.pdf`, "application/pdf"),
  });
}
