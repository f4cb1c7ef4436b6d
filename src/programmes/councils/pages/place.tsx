import type { RouterContextProvider } from "react-router";
import { requestOf, signedInRequest } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import type { Download } from "#platform/web/download.ts";
import { shown } from "#platform/web/refusal.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";

type Args = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: { area?: string };
  url: URL;
}>;

/** What a page of an area's council starts from, with the fiscal year of its address or this one; whoever is not signed in is led there first. */
export async function councilPlace({ context, params, url }: Args) {
  const { app, actor } = signedInRequest({ context, url });
  const place = shown(await findCouncilPlace(app, actor, { area: params.area ?? "" }));
  const year = parseFiscalYear(url.searchParams.get("year") ?? "") ?? fiscalYearOf(app.clock.today());
  return { app, actor, url, year, ...place, base: `/areas/${place.area.slug}/council` };
}

/** What a page of a member without an account starts from: the holder of the link, and the meeting that it leads to. */
export async function linkPlace({
  context,
  params,
}: Readonly<{ context: Readonly<RouterContextProvider>; params: { token: string } }>) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, params.token, "member-link"));
  return { app, actor: holder, target: { area: holder.area ?? "", meeting: holder.subject } };
}

/** A document as a file to save. */
export const pdfOf = (app: App, found: Result<PrintDocument>): Result<Download> =>
  found.ok
    ? ok({
        name: `${found.value.title}.pdf`,
        mediaType: "application/pdf",
        content: documentPdf(found.value, app.config.origin),
      })
    : found;
