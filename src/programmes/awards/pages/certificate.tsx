import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { download } from "#platform/web/download.ts";
import { readCertificate } from "../honours/certificate.queries.server.ts";
import type { Route } from "./+types/certificate";

/** The certificate, by the link of the entry. */
export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "award-entry");
  if (!opened.ok) return download(opened);
  const { area, subject: id } = opened.value.holder;
  return download(await readCertificate(app, opened.value.holder, { area: area!, id }));
}
