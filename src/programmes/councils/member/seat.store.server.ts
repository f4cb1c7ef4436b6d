import { organisationsOf } from "#foundation/actors/public.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { findInvitee, findMeeting, selectInvitees } from "../meetings/meeting.store.server.ts";
import { seatOf } from "../model/meeting.rules.ts";
import type { Invitee, Meeting } from "../model/meeting.schema.ts";

/** The seat of whoever acts, among those invited: by the link of a letter for as long as the membership lasts, or signed in. */
export async function findOwnSeat(permit: CouncilPermit, meeting: string): Promise<Invitee | undefined> {
  const { actor } = permit;
  if (actor.kind === "holder")
    return actor.detail.member === undefined ? undefined : findInvitee(permit, meeting, actor.detail.member);
  if (actor.kind !== "person") return undefined;
  const own = { userId: actor.userId, organisations: organisationsOf(actor) };
  const seat = seatOf(await selectInvitees(permit, meeting), own);
  return seat && findInvitee(permit, meeting, seat.memberId);
}

/** The meeting, and the seat that is the actor's own. */
export async function findSeated(
  permit: CouncilPermit,
  id: string,
): Promise<Result<{ meeting: Meeting; invitee: Invitee }>> {
  const meeting = await findMeeting(permit, id);
  const invitee = meeting && (await findOwnSeat(permit, id));
  return meeting && invitee ? ok({ meeting, invitee }) : notFound("meeting");
}
