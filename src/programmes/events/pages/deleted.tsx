import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeletedPage } from "#ui/deleted.tsx";
import { eventDeletions, listEvents } from "../catalogue/event.usecases.server.ts";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import type { Route } from "./+types/deleted";

const WORDS = { event: "催し" };

async function placeOf({ context, params: { area } }: Pick<Route.LoaderArgs, "context" | "params">) {
  const { app, actor } = requestOf(context);
  const place = shown(await listEvents(app, actor, { area })).area;
  return { app, actor, area: place.id, base: `/areas/${place.slug}/events` };
}

export async function loader({ url, ...args }: Route.LoaderArgs) {
  const { app, actor, area, base } = await placeOf(args);
  return { base, ...shown(await eventDeletions.readPage(app, actor, area, base, url.searchParams)) };
}

export async function action({ request, ...args }: Route.ActionArgs) {
  const { app, actor, area, base } = await placeOf(args);
  return answerForm<never>(request, [eventDeletions.onRestore(app, actor, area, base)]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, ...shown } = loaderData;
  const back = { to: base, label: EVENTS.ja.back };
  return <DeletedPage back={back} words={WORDS} answer={actionData} {...shown} />;
}
