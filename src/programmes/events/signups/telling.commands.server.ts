import type { App } from "#platform/app.ts";
import type { EventPermit } from "../access.ts";
import { findEvent, selectSessions } from "../catalogue/event.store.server.ts";
import { postSignUp } from "../letters/event-letter.commands.server.ts";
import { places } from "./places.commands.server.ts";
import { linkOf } from "./sign-up.commands.server.ts";
import { selectSignUps } from "./sign-up.store.server.ts";

/** Writes to all who have a place of an event; that it is off also to those who wait for one. */
export async function tellSignedUp(
  permit: EventPermit,
  app: App,
  letter: "cancelled" | "reminder",
  id: string,
): Promise<void> {
  const event = (await findEvent(permit, id))!;
  const sessions = await selectSessions(permit, [id]);
  const signUps = await selectSignUps(permit, id);
  const ids = signUps.map((one) => one.id);
  const bookings = await places.of(permit, permit.subject.area, ids);
  const live = new Set(
    bookings
      .filter(({ state }) => state === "booked" || (letter === "cancelled" && state !== "cancelled"))
      .map(({ holderId }) => holderId as string),
  );
  for (const signUp of signUps) {
    if (!live.has(signUp.id) || signUp.email === "") continue;
    const link = `${app.config.origin}/es/${await linkOf(permit, signUp)}`;
    await postSignUp(permit, { app, letter, event, sessions, signUp, link });
  }
}
