import { getArea } from "#foundation/areas/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import { secretariatOf } from "#foundation/identity/public.ts";
import { defineLetters, sendLetter } from "#foundation/letters/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { Resource } from "../model/resource.schema.ts";
import { OWNER_PLACEHOLDERS, officeOf, TO_OWNERS } from "./owner-letter.messages.ts";

export const DIRECTORY_LETTERS = defineLetters<keyof typeof TO_OWNERS, keyof typeof OWNER_PLACEHOLDERS>({
  module: "directory",
  title: "掲載機関へのメール",
  placeholders: OWNER_PLACEHOLDERS,
  everywhere: ["office", "phone", "to"],
  readers: [{ title: "掲載機関へのメール", letters: TO_OWNERS }],
});

const LINK_DAYS = 60;
const DAY_MS = 86_400_000;

/** Asks whoever runs it by a link that needs no account; an earlier link ends. */
export async function writeToOwner(permit: Permit, app: App, one: Resource): Promise<void> {
  const { areaId: area, id } = one;
  await revokeLinks(permit, area, { purpose: "directory", subject: id });
  const token = await makeLink(permit, {
    ...{ area, purpose: "directory", subjectType: "resource", subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * DAY_MS),
  });
  const offices = await getOrganisations(permit, await secretariatOf(permit, area));
  const phone = [...offices.values()].find((office) => office.published && office.phone !== "")?.phone ?? "";
  await sendLetter(permit, DIRECTORY_LETTERS, {
    ...{ area, letter: "check", to: one.email, about: id },
    onceKey: `directory:check:${id}:${permit.clock.today()}`,
    values: {
      to: `${one.provider || one.name} 御中`,
      name: one.name,
      office: officeOf((await getArea(permit, area)).name),
      phone,
      link: `${app.config.origin}/d/${token}`,
    },
  });
}
