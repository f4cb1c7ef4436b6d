import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, count, longText, many, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Event } from "../model/event.schema.ts";
import { NEEDS, type Need, SIZES, type Spoken } from "../model/event-kinds.schema.ts";
import { SIGN_UP_FORM } from "./sign-up.messages.ts";

export type SignUp = RowOf<
  "eventSignUp",
  Readonly<{ language: Spoken; needs: readonly Need[]; organisationId: OrganisationId | null }>
>;
export type EventPerson = RowOf<"eventPerson">;

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const MOST_PERSONS = 50;

/** One name a line; who comes with the sign-up may be named later. */
const names = (label: string, language: Spoken) =>
  longText(label, { most: 2000, language, optional: true }).transform((lines) =>
    lines
      .split("\n")
      .map((line) => line.trim().slice(0, 60))
      .slice(0, MOST_PERSONS),
  );

/** What who signs up tells: of a salon no name and no workplace is asked for. */
export function signUpInput({ signUp, questions }: Pick<Event, "signUp" | "questions">, language: Spoken) {
  const say = SIGN_UP_FORM[language];
  const byName = signUp === "name";
  const answer = (question: string) => text(question, { most: 300, language, optional: true });
  return z
    .object({
      ...Object.fromEntries(questions.map((question, n) => [`answer${n}`, answer(question)])),
      seats: count(say.seats, { least: 1, most: MOST_PERSONS, unit: say.unit, language }),
      workplace: text(say.workplace, { most: 120, language, optional: true }),
      size: choice(say.size, SIZES, { optional: true, language }),
      contact: text(byName ? say.contact : say.nickname, {
        most: 60,
        language,
        optional: signUp === "nameless",
      }),
      names: names(say.names, language),
      phone: text(say.phone, { most: 30, language, optional: true }),
      email: text(say.email, { most: 254, language, optional: true }),
      needs: many(say.needs, NEEDS, { optional: true, language }),
      note: longText(say.note, { most: 500, language, optional: true }),
    })
    .refine(({ phone, email }) => phone !== "" || email !== "", { path: ["phone"], error: say.reach })
    .refine(({ email }) => email === "" || MAIL.test(email), { path: ["email"], error: say.badEmail })
    .refine(({ names: told, seats }) => told.filter(Boolean).length <= seats, {
      path: ["names"],
      error: say.moreNames,
    })
    .transform((told) => ({
      ...told,
      answers: questions.map((_, n) => (told as Readonly<Record<string, unknown>>)[`answer${n}`] as string),
    }));
}
