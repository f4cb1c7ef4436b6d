import qrcode from "qrcode";
import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { Folded } from "#ui/fold.tsx";
import { PageHead } from "#ui/page.tsx";
import { addWalkIn, checkIn, checkOut, pressTally, undoCheckIn } from "../day/door.commands.server.ts";
import { DOOR } from "../day/door.messages.ts";
import { doorAddresses, doorAnswers, doorTarget } from "../day/door.present.ts";
import { readDoor } from "../day/door.queries.server.ts";
import { DoorParts } from "../parts/door-view.tsx";
import type { Route } from "./+types/door-link";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { found: door, ...dead } = await readByLink(app, token, "event-door", (holder, at) =>
    readDoor(app, holder, { ...at, ...doorTarget(url.searchParams) }),
  );
  if (!door) return data({ open: undefined, area: null, ...dead }, { status: 404 });
  const code = await qrcode.toDataURL(`${app.config.origin}/ed/${token}`, { margin: 1, width: 240 });
  const once = newId() as string;
  return data({ open: { door, ...doorAnswers(door, url.searchParams), once, code }, area: null });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "event-door"));
  const target = { area: holder.area!, id: holder.subject, ...doorTarget(new URL(request.url).searchParams) };
  const on = onTarget(app, holder, target);
  const { back, came } = doorAddresses(`/ed/${token}`);
  return answerForm(request, [
    ...[on(checkIn, came), on(addWalkIn, came), on(checkOut, back), on(undoCheckIn, back)],
    on(pressTally, back),
  ]);
}

/** The list for the door on a device whose user is not signed in, by the link of the event. */
export default function DoorLink({ loaderData: { open, area }, actionData }: Route.ComponentProps) {
  if (!open) {
    const events = area ? [{ to: `/areas/${area}/events`, label: DOOR.way }] : [];
    return (
      <DeadPage title={DOOR.dead} why={DOOR.deadWhy} ways={[...events, { to: "/", label: DOOR.home }]} />
    );
  }
  return (
    <>
      <PageHead title={DOOR.title} place={open.door.event.title} lead={open.door.session.text} />
      <DoorParts {...open} answer={actionData} />
      <Folded summary={DOOR.share}>
        <p>{DOOR.shareHint}</p>
        <img src={open.code} alt={DOOR.shareAlt} width={240} height={240} />
      </Folded>
    </>
  );
}
