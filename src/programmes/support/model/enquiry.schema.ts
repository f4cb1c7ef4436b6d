import { z } from "zod";
import { OFFER_KINDS, PROFESSIONS } from "./offer-lists.schema.ts";
import { listOf, type Sent, textOf, timesOf } from "./request-form.rules.ts";

export type AskAround = Readonly<{
  offers: readonly string[];
  /** At once, or one after another with a deadline each. */
  mode: "together" | "in_turn";
  days?: number | undefined;
  needs?: unknown;
  /** Once said to those who were asked, it stays. */
  decidedBy?: "coordinator" | "first_come" | undefined;
  /** Times to ask for instead of the workplace's wishes. */
  slots?: readonly { day: string; from: string; to: string }[] | undefined;
}>;

/** Who is asked, how, for what times and how many of whom: the last two in three rows each, or as lists. */
export const AskInput = z.record(z.string(), z.unknown()).transform((form): { asking: AskAround } => {
  const times = timesIn(form);
  return {
    asking: {
      offers: listOf(form, "offer"),
      mode: form.mode === "in_turn" ? "in_turn" : "together",
      days: Number(textOf(form, "days")) || undefined,
      needs: form.needs ?? needsOf(form),
      decidedBy: (["coordinator", "first_come"] as const).find((one) => one === form.decidedBy),
      slots: times.length > 0 ? times : undefined,
    },
  };
});

/** Times to ask for, in three rows or as a list. */
export const TimesInput = z.record(z.string(), z.unknown()).transform((form) => ({ slots: timesIn(form) }));

function timesIn(form: Sent): NonNullable<AskAround["slots"]> {
  return Array.isArray(form.slots) ? form.slots : timesOf(form);
}

/** Who is needed, from rows of a number and a word: a profession, a kind of help, or anyone. */
function needsOf(form: Sent): { count: number; professions: string[]; kinds: string[] }[] | undefined {
  const needs = [1, 2, 3]
    .map((n) => ({ count: Number(textOf(form, `count${n}`)), who: textOf(form, `who${n}`) }))
    .filter((row) => row.count > 0)
    .map(({ count, who }) => ({
      count,
      professions: (PROFESSIONS as readonly string[]).includes(who) ? [who] : [],
      kinds: (OFFER_KINDS as readonly string[]).includes(who) ? [who] : [],
    }));
  return needs.length > 0 ? needs : undefined;
}

/** What somebody who was asked answers: a word for each time in their order, `slot0` on, or as a list. */
export const ReplyInput = z.record(z.string(), z.unknown()).transform((form) => ({
  reply: {
    answers:
      "answers" in form
        ? listOf(form, "answers")
        : Array.from({ length: MOST_SLOTS }, (_, index) => textOf(form, `slot${index}`)),
    proposal: clean(textOf(form, "proposal")),
    comment: clean(textOf(form, "comment")),
  },
}));
export type Reply = z.output<typeof ReplyInput>["reply"];

const MOST_SLOTS = 9;
const LONGEST = 500;
const clean = (text: string) => text.normalize("NFC").trim().slice(0, LONGEST);
