import { redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { leaveNews } from "../news/news-reader.commands.server.ts";
import type { Route } from "./+types/one-click";

/** A person who follows the address gets the page with the button: a look alone ends nothing. */
export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  shown(await openLink(requestOf(context).app, token, "news-leave"));
  return redirect(`/n/${token}`);
}

/** The reader's mail program ends the news by itself (RFC 8058). It is shown no page and sent nowhere. */
export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "news-leave"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  return answerForm(request, [on(leaveNews, () => new Response(null, { status: 204 }))]);
}
