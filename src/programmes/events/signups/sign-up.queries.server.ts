import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { eventPolicy } from "../access.ts";
import { eventFacts } from "../catalogue/event.present.ts";
import { findEvent, selectSessions } from "../catalogue/event.store.server.ts";
import { organiserPhone, placeOf } from "../catalogue/place.queries.server.ts";
import { refusalOf } from "../model/event.rules.ts";
import { SPOKEN } from "../model/event-kinds.schema.ts";
import { positionIn } from "./line.rules.ts";
import { countingAll, places, takenOf } from "./places.commands.server.ts";
import { ofSignUp } from "./sign-up.commands.server.ts";
import { signUpRow, signUpView } from "./sign-up.present.ts";
import { findSignUp, selectPersons, selectSignUps } from "./sign-up.store.server.ts";

/** What the form of a sign-up shows: what it is for, whether there are seats, the rules of the line. */
export const readSignUpForm = query({
  name: "event-sign-up.form",
  ...inArea(eventPolicy, "event", { id: rowId(), language: z.enum(SPOKEN).default("ja") }),
  async run(permit, { id, language }) {
    const event = await findEvent(permit, id);
    if (!event || event.state === "draft") return notFound("event");
    const sessions = await selectSessions(permit, [id]);
    const { taken, line } = await countingAll(permit, id, async () => ({
      taken: (await takenOf(permit, [id])).get(id) ?? 0,
      line: await places.line(permit, permit.subject.area, { subject: id }),
    }));
    const own = organisationsOf(permit.actor, ["workplace"])[0];
    const known = own ? (await getOrganisations(permit, [own])).get(own) : undefined;
    return ok({
      event: eventFacts(event, sessions, language),
      questions: event.questions,
      mostAtOnce: event.mostAtOnce,
      refused: refusalOf(event, sessions, 1, permit.clock.now()),
      waits: line.length > 0 || (event.capacity !== null && taken >= event.capacity),
      area: await placeOf(permit),
      values: known ? { workplace: known.name, phone: known.phone, email: known.email } : undefined,
    });
  },
});

/** One sign-up, for whoever made it and for the secretariat. */
export const readSignUp = query({
  ...ofSignUp,
  name: "event-sign-up.read",
  async run(permit, { id, language: asked }) {
    const signUp = await findSignUp(permit, id);
    const event = signUp && (await findEvent(permit, signUp.eventId));
    if (!event) return notFound("sign-up");
    const { area } = permit.subject;
    const sessions = await selectSessions(permit, [event.id]);
    const [booking] = await places.of(permit, area, [id]);
    const line = await places.line(permit, area, { subject: event.id });
    const language = asked ?? signUp.language;
    const manages = eventPolicy.may(permit.actor, "event-sign-up.list", permit.subject) !== undefined;
    const people = await selectPersons(permit, id);
    return ok({
      ...signUpView(signUp, booking!, people, { language, office: manages }),
      position: booking!.state === "waiting" ? positionIn(event, line, booking!.id) : null,
      offeredUntil: booking!.offeredUntil && showInstantJa(booking!.offeredUntil),
      event: eventFacts(event, sessions, language),
      language,
      area: await placeOf(permit),
      phone: await organiserPhone(permit, event),
      manages,
    });
  },
});

/** Who signed up for an event, and who waits, in their order. */
export const listSignUps = query({
  name: "event-sign-up.list",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }) {
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    const signUps = await selectSignUps(permit, id);
    const { area } = permit.subject;
    const bookings = await places.of(
      permit,
      area,
      signUps.map((one) => one.id),
    );
    const line = await places.line(permit, area, { subject: id });
    const byHolder = new Map(bookings.map((one) => [one.holderId, one]));
    return ok({
      event: eventFacts(event, await selectSessions(permit, [id]), "ja"),
      questions: event.questions,
      rows: signUps.map((one) => {
        const booking = byHolder.get(one.id)!;
        return signUpRow(
          one,
          booking,
          booking.state === "waiting" ? positionIn(event, line, booking.id) : null,
        );
      }),
      area: await placeOf(permit),
    });
  },
});
