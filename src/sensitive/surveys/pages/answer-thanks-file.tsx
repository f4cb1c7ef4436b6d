import { requestOf } from "#foundation/identity/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { download } from "#platform/web/download.ts";
import { shown } from "#platform/web/refusal.ts";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { thanksDocument } from "../results/thanks.present.ts";
import { thankWorkplace } from "../results/thanks.queries.server.ts";
import type { Route } from "./+types/answer-thanks-file";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  const thanks = shown(await thankWorkplace(app, holder, { held }));
  const { origin } = app.config;
  const content = documentPdf(thanksDocument(thanks, { madeOn: app.clock.today(), origin }), origin);
  return download(ok({ name: "お礼.pdf", mediaType: "application/pdf", content }));
}
