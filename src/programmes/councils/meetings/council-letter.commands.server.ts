import { organisationsOf } from "#foundation/actors/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { Mail } from "#platform/mail/outbox.ts";
import type { CouncilPermit } from "../access.ts";
import { PLACEHOLDERS, TO_MEMBERS, TO_WHO_ASKED, TO_WHO_IS_MEANT } from "../model/letter.messages.ts";
import { aboutMember } from "../model/meeting.rules.ts";

export type CouncilLetter =
  | keyof typeof TO_MEMBERS
  | keyof typeof TO_WHO_IS_MEANT
  | keyof typeof TO_WHO_ASKED;
type Values = Partial<Record<keyof typeof PLACEHOLDERS, string>>;

export const COUNCIL_LETTERS = defineLetters<CouncilLetter, keyof typeof PLACEHOLDERS>({
  module: "councils",
  title: "会議のメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: ["body", "title", "to", "office", "phone"],
  readers: [
    { title: "委員へのメール", letters: TO_MEMBERS },
    { title: "担当の委員か事務局へのメール", letters: TO_WHO_IS_MEANT },
    { title: "参加を申し込んだ機関へのメール", letters: TO_WHO_ASKED },
  ],
});

type Addressee = Readonly<{ memberId: string; email: string; organisation: string; representative: string }>;

/** 浜田商工会議所 御中, or the person who sits there by name. */
export const addresseeOf = ({
  organisation,
  representative,
}: Omit<Addressee, "memberId" | "email">): string =>
  representative ? `${organisation}\n${representative} 様` : `${organisation} 御中`;

/** The office that writes, and its telephone: that of whoever acts where it is one of the secretariat, else one that can be called. */
export async function officeOf(permit: CouncilPermit): Promise<Readonly<{ office: string; phone: string }>> {
  const ids = await secretariatOf(permit, permit.subject.area);
  const own: readonly string[] = permit.actor.kind === "person" ? organisationsOf(permit.actor) : [];
  const known = await getOrganisations(permit, ids);
  const offices = ids.flatMap((id) => known.get(id) ?? []);
  const office =
    offices.find((one) => own.includes(one.id)) ?? offices.find((one) => one.phone !== "") ?? offices[0];
  return {
    office: office ? [office.name, office.desk].filter(Boolean).join(" ") : "",
    phone: office?.phone ?? "",
  };
}

type Written = Pick<Mail, "onceKey" | "attachments" | "answerBy"> & Readonly<{ values: Values }>;

/** A letter of the council, with whom it is for and whom to call. */
export async function writeLetter(
  permit: CouncilPermit,
  letter: CouncilLetter,
  {
    organisation,
    representative,
    email,
    about,
    values,
    ...mail
  }: Omit<Addressee, "memberId"> & Written & Readonly<{ about: string }>,
): Promise<void> {
  const to = addresseeOf({ organisation, representative });
  await sendLetter(permit, COUNCIL_LETTERS, {
    ...{ area: permit.subject.area, letter, to: email, name: organisation, about },
    values: { to, ...(await officeOf(permit)), ...values },
    ...mail,
  });
}

/** A letter to a member about a meeting; how it fared is asked by the member. */
export const writeToMember = (
  permit: CouncilPermit,
  meeting: string,
  { memberId, ...member }: Addressee,
  letter: CouncilLetter,
  written: Written,
): Promise<void> => {
  const { organisation, representative, email } = member;
  const about = aboutMember(meeting, memberId);
  return writeLetter(permit, letter, { organisation, representative, email, about, ...written });
};
