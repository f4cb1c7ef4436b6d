import { downloadHeaders } from "#platform/files/attachments.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { papersDocument } from "../meetings/reading/present.ts";
import { readMeeting } from "../meetings/reading/usecases.server.ts";
import type { Route } from "./+types/papers-pdf";
import { councilPlace } from "./place.tsx";

/** The members' facts before the meeting on one page. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const view = await readMeeting(app, actor, area.id, args.params.meeting);
  if (!view.ok) return new Response(null, { status: statusOf(view.error) });
  const pdf = documentPdf(papersDocument(view.value, base), app.config.origin);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`${view.value.meeting.title}.pdf`, "application/pdf"),
  });
}
