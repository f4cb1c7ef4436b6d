import { type RouterContextProvider, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { shown } from "#platform/web/refusal.ts";
import { type Elsewhere, elsewhereFrom, elsewhereIn } from "../office/usecases.server.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Key } from "../requests/own/usecases.server.ts";

type Asked = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: Readonly<{ token?: string | undefined; area?: string | undefined; request?: string | undefined }>;
  request: Request;
}>;

/** How a workplace came to the page of its request, and where that page is: by the secret link, or signed in. */
export async function ownKey({ context, params, request }: Asked): Promise<{
  app: App;
  key: Key;
  base: string;
  linked: boolean;
  /** The page of another request that was made from this one. */
  pageOf(made: Readonly<{ token: string; id: string }>): string;
}> {
  const { app, actor } = requestOf(context);
  if (params.token)
    return {
      app,
      key: params.token,
      base: `/r/${params.token}`,
      linked: true,
      pageOf: ({ token }) => `/r/${token}`,
    };
  if (actor.kind === "visitor")
    throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const { area } = shown(await findPlace(app, params.area ?? ""));
  const id = params.request ?? "";
  return {
    app,
    key: { actor, area: area.id, id },
    base: `/areas/${area.slug}/own/${id}`,
    linked: false,
    pageOf: (made) => `/areas/${area.slug}/own/${made.id}`,
  };
}

/** Where that way leads on when there is no such request any more. */
export const elsewhereFor = (app: App, key: Key): Promise<Elsewhere> =>
  typeof key === "string" ? elsewhereFrom(app, key, "receipt") : elsewhereIn(app, key.area);
