import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import {
  addWalkIn,
  checkIn,
  checkOut,
  openDoorLink,
  pressTally,
  undoCheckIn,
} from "../day/door.commands.server.ts";
import { DOOR } from "../day/door.messages.ts";
import { doorAddresses, doorAnswers, doorTarget } from "../day/door.present.ts";
import { readDoor } from "../day/door.queries.server.ts";
import { DoorParts } from "../parts/door-view.tsx";
import type { Route } from "./+types/door";

export async function loader({ context, params: { area, event: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const door = shown(await readDoor(app, actor, { area, id, ...doorTarget(url.searchParams) }));
  return { door, ...doorAnswers(door, url.searchParams), once: newId() as string };
}

export async function action({ context, params: { area, event: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const target = { area, id, ...doorTarget(new URL(request.url).searchParams) };
  const on = onTarget(app, actor, target);
  const { back, came } = doorAddresses(`/areas/${area}/events/${id}/door`);
  return answerForm(request, [
    ...[on(checkIn, came), on(addWalkIn, came), on(checkOut, back), on(undoCheckIn, back)],
    on(pressTally, back),
    on(openDoorLink, ({ token }) => `/ed/${token}`),
  ]);
}

/** The list for the door, for the secretariat: on screen, on paper, and for other devices by a link. */
export default function DoorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { door } = loaderData;
  return (
    <>
      <PageHead title={DOOR.title} place={door.event.title} lead={door.session.text} />
      <DoorParts {...loaderData} answer={actionData} />
      <div className="no-print my-6 flex flex-wrap items-start gap-3">
        <PrintButton label={DOOR.print} />
        <CommandForm command="event-door.open" answer={actionData} submit={DOOR.open} kind="secondary">
          <p className="text-dns-14N-130">{DOOR.openHint}</p>
        </CommandForm>
      </div>
      <p className="my-8">
        <TextLink to={`/areas/${door.area.slug}/events/${door.event.id}`}>{door.event.title}</TextLink>
      </p>
    </>
  );
}
