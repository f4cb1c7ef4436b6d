import { data, type RouterContextProvider } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { elsewhereFrom } from "../../office/office.queries.server.ts";

type Asked = Readonly<{ actor: Actor; target: Readonly<{ area: string; id: string; enquiry: string }> }>;

type Brought = Readonly<{ context: Readonly<RouterContextProvider>; params: Readonly<{ token: string }> }>;

/** What a supporter's page shows by the link of a letter; where the link is dead, where to turn instead. */
export async function askedPage<Out, More extends object>(
  { context, params: { token } }: Brought,
  read: (app: App, actor: Actor, target: Asked["target"]) => Promise<Result<Out>>,
  more: More,
) {
  const { app } = requestOf(context);
  const asked = await askedDoor(app, token);
  const view = asked.ok ? await read(app, asked.value.actor, asked.value.target) : asked;
  const base = { ...more, token };
  if (view.ok) return data({ ...base, view: view.value });
  return data({ ...base, elsewhere: await elsewhereFrom(app, token, "answer") }, { status: 404 });
}

/** The commands of such a page. */
export async function onAsked({ context, params }: Brought) {
  const { app } = requestOf(context);
  const { actor, target } = shown(await askedDoor(app, params.token));
  return onTarget(app, actor, target);
}

/** As whom a supporter comes to what it was asked, by the link of a letter. */
export async function askedDoor(app: App, token: string): Promise<Result<Asked>> {
  const opened = await openLink(app, token, "answer");
  if (!opened.ok) return opened;
  const { holder } = opened.value;
  const target = { area: holder.area ?? "", id: holder.subject, enquiry: holder.detail.enquiry ?? "" };
  return ok({ actor: holder, target });
}
