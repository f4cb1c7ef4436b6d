import { query } from "#foundation/authority/public.ts";
import { makeLink, selectLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../../access.ts";
import { findBody } from "../../store.server.ts";
import { ofMeeting, ofMeetingThing } from "../../target.schema.ts";
import { selectAgenda, selectPapers } from "../papers/store.server.ts";
import { paperFile, printPapers } from "../papers/usecases.server.ts";
import { selectAnswers, selectOptions } from "../poll/store.server.ts";
import type { Invitee, Meeting } from "../schema.ts";
import { findInvitee, findMeeting } from "../store.server.ts";
import { memberView } from "./present.ts";

const PURPOSE = "member-link";
/** A link outlives its deadline: who comes late reads what became of the meeting. */
const VALID_DAYS = 120;

/** The address of a new way in for a member without an account. */
export async function makeMemberLink(
  permit: CouncilPermit,
  app: App,
  area: AreaId,
  meeting: string,
  member: string,
): Promise<string> {
  const lastDay = addDays(permit.clock.today(), VALID_DAYS);
  const token = await makeLink(permit, {
    area,
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
  area: AreaId,
  meeting: string,
): Promise<string[]> {
  const links = await selectLinks(permit, area, { subject: meeting, purpose: PURPOSE });
  return [...new Set(links.flatMap(({ detail }) => detail.member ?? []))];
}

/** The meeting that a link leads to, and whose link it is: for as long as the membership lasts. */
export async function findLinked(
  permit: CouncilPermit,
  area: AreaId,
  id: string,
): Promise<Result<{ meeting: Meeting; invitee: Invitee }>> {
  const member = permit.actor.kind === "holder" ? permit.actor.detail.member : undefined;
  const meeting = await findMeeting(permit, area, id);
  const invitee = member && meeting && (await findInvitee(permit, area, id, member));
  return meeting && invitee ? ok({ meeting, invitee }) : notFound("meeting");
}

/** What the holder of a link sees: the own answers, never those of others, and the facts before the meeting. */
export const readMemberLink = query({
  name: "member-link.read",
  ...ofMeeting,
  async run(permit, { area, meeting: id }) {
    const linked = await findLinked(permit, area, id);
    if (!linked.ok) return linked;
    const { meeting, invitee } = linked.value;
    const body = await findBody(permit, area, meeting.bodyId);
    if (!body) return notFound("meeting");
    const view = memberView(
      {
        body,
        meeting,
        invitee,
        options: await selectOptions(permit, area, id),
        answers: await selectAnswers(permit, area, id),
        agenda: await selectAgenda(permit, area, id),
        papers: await selectPapers(permit, area, id),
      },
      permit.clock.today(),
    );
    return ok(view);
  },
});

/** The facts before the meeting on one page to print, for the holder of a link. */
export const readLinkedPapers = query({
  name: "member-link.read-papers",
  ...ofMeeting,
  async run(permit, { area, meeting }) {
    const linked = await findLinked(permit, area, meeting);
    return linked.ok ? printPapers(permit, area, linked.value.meeting) : linked;
  },
});

/** A file among the papers of the meeting that the link is for. */
export const readLinkedFile = query({
  name: "member-link.read-file",
  ...ofMeetingThing("paper"),
  // The link is to the meeting.
  subject: ofMeeting.subject,
  async run(permit, { area, meeting, id }) {
    const linked = await findLinked(permit, area, meeting);
    return linked.ok ? paperFile(permit, area, meeting, id) : linked;
  },
});
