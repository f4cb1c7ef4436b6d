import type { Actor } from "#foundation/actors/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addWalkIn, checkIn, checkOut, pressTally, undoCheckIn } from "./door.commands.server.ts";

type Target = Readonly<{ area: string; id: string; session?: string }>;

/** The forms of a door, wherever its page stands; each leads back to the same session. */
export function atTheDoor(app: App, actor: Actor, target: Target, here: string) {
  const on = onTarget(app, actor, target);
  const back = ({ session }: Readonly<{ session: string }>) => `${here}?session=${session}`;
  const came = ({ person, again, ...at }: Readonly<{ person: string; again: boolean; session: string }>) =>
    `${back(at)}&${again ? "again" : "done"}=${person}`;
  return [
    ...[on(checkIn, came), on(addWalkIn, came), on(checkOut, back), on(undoCheckIn, back)],
    on(pressTally, back),
  ];
}
