import type { Booking } from "#foundation/bookings/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { NEED_NAMES } from "../model/event.messages.ts";
import type { Spoken } from "../model/event-kinds.schema.ts";
import { SIGN_UP_OFFICE_STATES, SIGN_UP_STATE_NAMES } from "./sign-up.messages.ts";
import type { EventPerson, SignUp } from "./sign-up.schema.ts";
import type { BookingState } from "./sign-up-states.schema.ts";

type Held = Pick<Booking, "state" | "seats" | "offeredUntil" | "endedWhy">;

/** Who comes with a sign-up, as the form of their names shows them. */
export const nameValues = (people: readonly Pick<EventPerson, "name" | "printedName">[]) =>
  Object.fromEntries(
    people.flatMap(({ name, printedName }, row) => [
      [`people.${row}.name`, name],
      [`people.${row}.printedName`, printedName],
    ]),
  );

/** What somebody who signed up sees of it. */
export const signUpView = (
  signUp: SignUp,
  { state, seats, endedWhy }: Held,
  people: readonly EventPerson[],
  { language, office }: Readonly<{ language: Spoken; office: boolean }>,
) => ({
  id: signUp.id,
  number: signUp.number,
  state,
  stateName: office
    ? SIGN_UP_OFFICE_STATES[state as BookingState]
    : SIGN_UP_STATE_NAMES[state as BookingState][language],
  lapsed: endedWhy === "lapsed",
  seats,
  workplace: signUp.workplace,
  contact: signUp.contact,
  people: people.map(({ id, name, printedName }) => ({ id, name, printedName })),
  names: formShowing(nameValues(people)),
});

/** A sign-up in the list of the secretariat. */
export const signUpRow = (signUp: SignUp, booking: Held, position: number | null) => ({
  id: signUp.id,
  number: signUp.number,
  state: booking.state,
  stateName: SIGN_UP_OFFICE_STATES[booking.state as BookingState],
  seats: booking.seats,
  position,
  workplace: signUp.workplace,
  contact: signUp.contact,
  phone: signUp.phone,
  email: signUp.email,
  needs: signUp.needs.map((need) => NEED_NAMES[need].ja).join("・"),
  answers: signUp.answers.split("\n"),
  note: signUp.note,
  madeOn: showDateJa(signUp.madeOn),
});
