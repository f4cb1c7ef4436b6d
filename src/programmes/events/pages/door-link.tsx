import qrcode from "qrcode";
import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Folded } from "#ui/fold.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { addWalkIn, checkIn, checkOut, pressTally, undoCheckIn } from "../day/door.commands.server.ts";
import { DOOR } from "../day/door.messages.ts";
import { doorAddresses, doorAnswers, doorTarget } from "../day/door.present.ts";
import { readDoor } from "../day/door.queries.server.ts";
import { DoorParts } from "../parts/door-view.tsx";
import type { Route } from "./+types/door-link";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "event-door");
  if (!opened.ok) return data({ open: undefined }, { status: 404 });
  const { holder } = opened.value;
  const target = { area: holder.area!, id: holder.subject, ...doorTarget(url.searchParams) };
  const door = shown(await readDoor(app, holder, target));
  const code = await qrcode.toDataURL(`${app.config.origin}/ed/${token}`, { margin: 1, width: 240 });
  return { open: { door, ...doorAnswers(door, url.searchParams), once: newId() as string, code } };
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
export default function DoorLink({ loaderData: { open }, actionData }: Route.ComponentProps) {
  if (!open) return <Empty title={DOOR.dead} />;
  return (
    <>
      <PageHead title={`${DOOR.title}　${open.door.event.title}`} lead={open.door.session.text} />
      <DoorParts {...open} answer={actionData} />
      <Folded summary={DOOR.share}>
        <p>{DOOR.shareHint}</p>
        <img src={open.code} alt={DOOR.shareAlt} width={240} height={240} />
      </Folded>
    </>
  );
}
