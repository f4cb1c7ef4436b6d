import { getArea } from "#foundation/areas/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { AwardPermit } from "../access.ts";
import type { Entry } from "../model/award.schema.ts";
import { officeName, PLACEHOLDERS, TO_ENTRANTS } from "./award-letter.messages.ts";

export const AWARD_LETTERS = defineLetters<keyof typeof TO_ENTRANTS, keyof typeof PLACEHOLDERS>({
  module: "awards",
  title: "表彰・登録のメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: ["to", "office", "phone", "title", "number", "link"],
  readers: [{ title: "応募した方へのメール", letters: TO_ENTRANTS }],
});

/** Tells who entered, where there is a mailbox. */
export async function postEntry(
  permit: AwardPermit,
  entry: Pick<Entry, "id" | "workplace" | "email" | "number">,
  { letter, title, link }: Readonly<{ letter: keyof typeof TO_ENTRANTS; title: string; link: string }>,
): Promise<void> {
  if (entry.email === "") return;
  const { area } = permit.subject;
  const ids = await secretariatOf(permit, area);
  const offices = await getOrganisations(permit, ids);
  await sendLetter(permit, AWARD_LETTERS, {
    ...{ area, letter, to: entry.email, name: entry.workplace, about: entry.id, reference: entry.number },
    onceKey: `awards:${letter}:${entry.id}`,
    values: {
      to: `${entry.workplace} 御中`,
      office: officeName((await getArea(permit, area)).name),
      phone: ids.map((id) => offices.get(id)?.phone).find(Boolean) ?? "",
      ...{ title, number: entry.number, link },
    },
  });
}
