import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import type { Mail } from "#platform/mail/outbox.ts";
import type { CouncilPermit } from "../access.ts";
import { PLACEHOLDERS, TO_MEMBERS, TO_WHO_IS_MEANT } from "../model/letter.messages.ts";
import { aboutMember } from "../model/meeting.rules.ts";

export type CouncilLetter = keyof typeof TO_MEMBERS | keyof typeof TO_WHO_IS_MEANT;
type Values = Partial<Record<keyof typeof PLACEHOLDERS, string>>;

export const COUNCIL_LETTERS = defineLetters<CouncilLetter, keyof typeof PLACEHOLDERS>({
  module: "councils",
  title: "会議のメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: ["body", "title"],
  readers: [
    { title: "委員へのメール", letters: TO_MEMBERS },
    { title: "担当の委員か事務局へのメール", letters: TO_WHO_IS_MEANT },
  ],
});

/** A letter to a member about a meeting; how it fared is asked by the member. */
export const writeToMember = (
  permit: CouncilPermit,
  meeting: string,
  member: Readonly<{ memberId: string; email: string }>,
  letter: CouncilLetter,
  { values, ...mail }: Pick<Mail, "onceKey" | "attachments" | "answerBy"> & Readonly<{ values: Values }>,
): Promise<void> =>
  sendLetter(permit, COUNCIL_LETTERS, {
    ...{
      area: permit.subject.area,
      letter,
      to: member.email,
      about: aboutMember(meeting, member.memberId),
      values,
    },
    ...mail,
  });
