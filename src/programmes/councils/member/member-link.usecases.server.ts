import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { findBody } from "../bodies/body.store.server.ts";
import { selectRound } from "../meetings/minutes-round.store.server.ts";
import { selectAgenda, selectPapers } from "../meetings/paper.store.server.ts";
import { paperFile, printPapers } from "../meetings/paper.usecases.server.ts";
import { selectAnswers, selectOptions } from "../meetings/poll.store.server.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { askedOf, memberView } from "./member-link.present.ts";
import { findSeated } from "./seat.store.server.ts";

/** What the holder of a link sees: the own answers, never those of others, and the facts before the meeting. */
export const readMemberLink = query({
  name: "member-link.read",
  ...ofMeeting,
  async run(permit, { meeting: id }) {
    const linked = await findSeated(permit, id);
    if (!linked.ok) return linked;
    const { meeting, invitee } = linked.value;
    const body = await findBody(permit, meeting.bodyId);
    if (!body) return notFound("meeting");
    const view = memberView(
      {
        body,
        meeting,
        invitee,
        options: await selectOptions(permit, id),
        answers: await selectAnswers(permit, id),
        agenda: await selectAgenda(permit, id),
        papers: await selectPapers(permit, id),
        round: await selectRound(permit, id),
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
  async run(permit, { meeting }, app) {
    const linked = await findSeated(permit, meeting);
    return linked.ok ? printPapers(permit, app, linked.value.meeting) : linked;
  },
});

/** A file among the papers of the meeting that the link is for. */
export const readLinkedFile = query({
  name: "member-link.read-file",
  ...ofMeetingPart("paper"),
  // The link is to the meeting.
  subject: ofMeeting.subject,
  async run(permit, { meeting, id }) {
    const linked = await findSeated(permit, meeting);
    return linked.ok ? paperFile(permit, meeting, id) : linked;
  },
});

/** The seat of somebody who is signed in, and what is asked of it; null where they have none. */
export const readOwnSeat = query({
  name: "seat.read",
  ...ofMeeting,
  async run(permit, { meeting: id }) {
    const seated = await findSeated(permit, id);
    if (!seated.ok) return ok(null);
    const options = await selectOptions(permit, id);
    const answers = await selectAnswers(permit, id);
    const round = await selectRound(permit, id);
    return ok(askedOf({ ...seated.value, options, answers, round }, permit.clock.today()));
  },
});
