import { data, type RouterContextProvider, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlace } from "../place/usecases.server.ts";

type Args = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: { area?: string };
  request: Request;
}>;

/** What a page of an area's staff starts from; whoever is not signed in is led there first. */
export async function staffPlace({ context, params, request }: Args) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const place = shown(await findPlace(app, actor, params.area ?? ""));
  return { app, actor, url, ...place, base: `/areas/${place.area.slug}/plan` };
}

/** The same for a page that is of use to those alone who may edit the plan; others are refused before they type. */
export async function editorsPlace(args: Args) {
  const place = await staffPlace(args);
  if (!place.mayEdit) throw data(null, { status: 403 });
  return place;
}

export { chosenId, fieldsOf, formOf, textsOf } from "#platform/web/fields.ts";
