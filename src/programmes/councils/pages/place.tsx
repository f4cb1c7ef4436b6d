import { data, type RouterContextProvider, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import type { Refusal } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { findCouncilPlace } from "../place/usecases.server.ts";

type Args = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: { area?: string };
  request: Request;
}>;

/** What a page of an area's council starts from; whoever is not signed in is led there first. */
export async function councilPlace({ context, params, request }: Args) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const place = shown(await findCouncilPlace(app, actor, params.area ?? ""));
  return { app, actor, url, ...place, base: `/areas/${place.area.slug}/council` };
}

/**
 * What a form shows again that was not saved. A message says that another saved first: then the page is to be read
 * anew, which it is not under the status of an error.
 */
export const unsaved = (
  { fields: errors, message }: Extract<Refusal, { kind: "invalid" }>,
  values: Readonly<Record<string, string | undefined>>,
) => data({ errors, message, values }, { status: message === undefined ? 422 : 200 });

export { chosenId, fieldsOf } from "#platform/web/fields.ts";
