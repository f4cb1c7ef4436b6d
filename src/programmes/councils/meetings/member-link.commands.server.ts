import { makeLink, selectLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";

const PURPOSE = "member-link";
/** A link outlives its deadline: who comes late reads what became of the meeting. */
const VALID_DAYS = 120;

/** The address of a new way in for a member without an account. */
export async function makeMemberLink(
  permit: CouncilPermit,
  app: App,
  meeting: string,
  member: string,
): Promise<string> {
  const lastDay = addDays(permit.clock.today(), VALID_DAYS);
  const token = await makeLink(permit, {
    area: permit.subject.area,
    purpose: PURPOSE,
    subjectType: "meeting",
    subject: meeting,
    detail: { member },
    expiresAt: new Date(`${addDays(lastDay, 1)}T00:00:00+09:00`),
  });
  return `${app.config.origin}/meeting/${token}`;
}

/** The members who were sent a way in, for the poll or with the invitation. */
export async function membersWithLink(
  permit: CouncilPermit,
  meeting: string,
  area = permit.subject.area,
): Promise<string[]> {
  const links = await selectLinks(permit, area, { subject: meeting, purpose: PURPOSE });
  return [...new Set(links.flatMap(({ detail }) => detail.member ?? []))];
}
