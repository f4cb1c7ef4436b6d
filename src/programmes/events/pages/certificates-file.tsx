import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { shown } from "#platform/web/refusal.ts";
import { CERTIFICATE } from "../after/certificate.messages.ts";
import { printCertificates } from "../after/certificate.usecases.server.ts";
import type { Route } from "./+types/certificates-file";

/** The certificates of an event that stand, a sheet each. */
export async function loader({ context, params: { area, event: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { pdf, title } = shown(await printCertificates(app, actor, { area, id }));
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`${CERTIFICATE.title}_${title}.pdf`, "application/pdf"),
  });
}
