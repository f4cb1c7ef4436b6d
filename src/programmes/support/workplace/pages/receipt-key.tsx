import { type RouterContextProvider, redirect } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { type Elsewhere, elsewhereFrom, elsewhereIn } from "../../office/office.queries.server.ts";
import { findPlace } from "../../office/place.queries.server.ts";

type Asked = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: Readonly<{ token?: string | undefined; area?: string | undefined; request?: string | undefined }>;
  url: URL;
}>;

type Own = Readonly<{ actor: Actor; target: Readonly<{ area: string; id: string }> }>;
type Door = Readonly<{
  app: App;
  /** As whom the workplace came to which request; nothing where its link is dead. */
  own: Result<Own>;
  /** Where the page of the request is. */
  base: string;
  linked: boolean;
  /** The page of another request that was made from this one. */
  pageOf(made: Readonly<{ token: string; id: string }>): string;
  /** Where that way leads on when there is no such request any more. */
  elsewhere(): Promise<Elsewhere>;
}>;

/** How a workplace comes to the page of its request: by the secret link of its receipt, or signed in. */
export async function ownDoor({ context, params, url }: Asked): Promise<Door> {
  const { app, actor } = requestOf(context);
  const { token, request: id = "" } = params;
  if (token) {
    const opened = await openLink(app, token, "receipt");
    return {
      app,
      own: opened.ok ? ok(ownBy(opened.value.holder)) : opened,
      base: `/r/${token}`,
      linked: true,
      pageOf: (made) => `/r/${made.token}`,
      elsewhere: () => elsewhereFrom(app, token, "receipt"),
    };
  }
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area ?? ""));
  return {
    app,
    own: ok({ actor, target: { area: area.id, id } }),
    base: `/areas/${area.slug}/own/${id}`,
    linked: false,
    pageOf: (made) => `/areas/${area.slug}/own/${made.id}`,
    elsewhere: () => elsewhereIn(app, area.id),
  };
}

const ownBy = (holder: Extract<Actor, { kind: "holder" }>): Own => ({
  actor: holder,
  target: { area: holder.area ?? "", id: holder.subject },
});
