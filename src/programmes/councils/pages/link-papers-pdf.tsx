import { downloadHeaders } from "#platform/files/attachments.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { readLinkedPapers } from "../member/member-link.usecases.server.ts";
import type { Route } from "./+types/link-papers-pdf";
import { linkPlace } from "./place.tsx";

/** The facts before the meeting on one page, for a member without an account. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  const papers = await readLinkedPapers(app, actor, target);
  if (!papers.ok) return new Response(null, { status: statusOf(papers.error) });
  const pdf = documentPdf(papers.value, app.config.origin);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`${papers.value.title}.pdf`, "application/pdf"),
  });
}
