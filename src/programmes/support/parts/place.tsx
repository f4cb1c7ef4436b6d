import { type RouterContextProvider, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlace } from "../office/place.queries.server.ts";

type Args = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: Readonly<{ area: string }>;
}>;

/** Who is there, and the area that the address names. */
export async function inPlace({ context, params }: Args) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  return { app, actor, area };
}

/** The same of a page for whoever is signed in; others sign in first. */
export async function signedInPlace(args: Args & Readonly<{ url: URL }>) {
  if (requestOf(args.context).actor.kind !== "person")
    throw redirect(`/sign-in?next=${encodeURIComponent(args.url.pathname)}`);
  return inPlace(args);
}
