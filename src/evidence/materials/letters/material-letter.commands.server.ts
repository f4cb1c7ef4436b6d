import { getArea } from "#foundation/areas/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { MaterialPermit } from "../access.ts";
import type { Order } from "../orders/order.schema.ts";
import { selectLines } from "../orders/order.store.server.ts";
import { officeName, PLACEHOLDERS, TO_HOLDERS, TO_READERS } from "./material-letter.messages.ts";

export const MATERIAL_LETTERS = defineLetters<
  keyof typeof TO_HOLDERS | keyof typeof TO_READERS,
  keyof typeof PLACEHOLDERS
>({
  module: "materials",
  title: "資材とニュースのメールの文面",
  placeholders: PLACEHOLDERS,
  everywhere: ["to", "office", "phone"],
  readers: [
    { title: "注文した方・配布先へのメール", letters: TO_HOLDERS },
    { title: "ニュースの読者へのメール", letters: TO_READERS },
  ],
});

/** Who signs a letter: the secretariat of the area, and its telephone. */
async function signature(permit: MaterialPermit) {
  const { area } = permit.subject;
  const ids = await secretariatOf(permit, area);
  const offices = await getOrganisations(permit, ids);
  const phone = ids.map((id) => offices.get(id)?.phone).find(Boolean) ?? "";
  return { name: (await getArea(permit, area)).name, phone };
}

type OrderLetter = "order_received" | "order_sent" | "order_refused";

/** Tells whoever ordered, where there is a mailbox. */
export async function postOrder(
  permit: MaterialPermit,
  {
    letter,
    order,
    link,
    reason,
  }: Readonly<{ letter: OrderLetter; order: Order; link: string; reason?: string }>,
): Promise<void> {
  if (order.email === "") return;
  const { name, phone } = await signature(permit);
  const lines = await selectLines(permit, [order.id]);
  await sendLetter(permit, MATERIAL_LETTERS, {
    area: permit.subject.area,
    letter,
    to: order.email,
    name: order.workplace,
    language: order.language,
    onceKey: `materials:${letter}:${order.id}`,
    about: order.id,
    reference: order.number,
    values: (language) => ({
      to: language === "ja" ? "ご担当者様" : "Dear Sir or Madam,",
      office: officeName(name, language),
      phone,
      number: order.number,
      lines: lines
        .map(({ title, promised }) => `${title} ${promised}${language === "ja" ? "部" : " copies"}`)
        .join("\n"),
      link,
      ...(reason ? { reason } : {}),
    }),
  });
}

/** Tells who holds copies that what they print has changed. */
export async function postStale(
  permit: MaterialPermit,
  told: Readonly<{ edition: string; title: string; what: string; link: string }>,
  mailboxes: readonly Readonly<{ email: string; name: string; language: "ja" | "en" }>[],
  since: Date,
): Promise<void> {
  const { name, phone } = await signature(permit);
  for (const { email, language, name: holder } of mailboxes)
    await sendLetter(permit, MATERIAL_LETTERS, {
      area: permit.subject.area,
      letter: "stale",
      to: email,
      name: holder,
      language,
      onceKey: `materials:stale:${told.edition}:${since.getTime()}:${email}`,
      about: told.edition,
      values: (spoken) => ({
        to: spoken === "ja" ? `${holder} 御中` : "Dear Sir or Madam,",
        office: officeName(name, spoken),
        phone,
        title: told.title,
        what: told.what,
        link: told.link,
      }),
    });
}

/** Asks who wants the news to say so by a link; nobody is signed up by somebody else. */
export async function postConfirmation(
  permit: MaterialPermit,
  { id, email, link }: Readonly<{ id: string; email: string; link: string }>,
): Promise<void> {
  const { name, phone } = await signature(permit);
  const day = permit.clock.today();
  await sendLetter(permit, MATERIAL_LETTERS, {
    area: permit.subject.area,
    letter: "news_confirm",
    to: email,
    // One a day, however often it is asked for.
    onceKey: `materials:news_confirm:${id}:${day}`,
    about: id,
    values: (language) => ({
      to: language === "ja" ? "ご担当者様" : "Dear Sir or Madam,",
      office: officeName(name, language),
      phone,
      link,
    }),
  });
}

/** An issue for one reader, who leaves by a link of their own. */
export const postIssue = (
  permit: MaterialPermit,
  issue: Readonly<{ id: string; title: string; sender: string; news: string; link: string }>,
  { id, email, leave }: Readonly<{ id: string; email: string; leave: string }>,
): Promise<void> =>
  sendLetter(permit, MATERIAL_LETTERS, {
    area: permit.subject.area,
    letter: "news_issue",
    to: email,
    onceKey: `materials:news:${issue.id}:${id}`,
    about: issue.id,
    leave: `${leave}/one-click`,
    values: { title: issue.title, sender: issue.sender, news: issue.news, link: issue.link, leave },
  });
