import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { readCertificate } from "../honours/certificate.queries.server.ts";
import type { Route } from "./+types/certificate-staff";

/** The certificate, for the secretariat or the account of the workplace. */
export async function loader({ context, params: { area, entry: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return download(await readCertificate(app, actor, { area, id }));
}
