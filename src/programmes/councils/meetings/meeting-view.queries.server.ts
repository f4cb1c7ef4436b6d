import { query } from "#foundation/authority/public.ts";
import { undeliveredOf } from "#foundation/letters/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { councilPolicy } from "../access.ts";
import { findBody } from "../bodies/body.store.server.ts";
import { ofMeeting } from "../model/council-target.schema.ts";
import { aboutMember, pollResult } from "../model/meeting.rules.ts";
import { tasksLeft } from "./decision.commands.server.ts";
import { selectDecisions, selectTasks } from "./decision.store.server.ts";
import { findMeeting, selectInvitees } from "./meeting.store.server.ts";
import { meetingView } from "./meeting-view.present.ts";
import { membersWithLink } from "./member-link.commands.server.ts";
import { selectVersions } from "./minutes.store.server.ts";
import { selectRound } from "./minutes-round.store.server.ts";
import { selectAgenda, selectPapers } from "./paper.store.server.ts";
import { selectAnswers, selectOptions } from "./poll.store.server.ts";

/** A meeting with all that belongs to it. */
export const readMeeting = query({
  name: "meeting.read",
  ...ofMeeting,
  async run(permit, { meeting: id }) {
    const meeting = await findMeeting(permit, id);
    const body = meeting && (await findBody(permit, meeting.bodyId));
    if (!meeting || !body) return notFound("meeting");
    const invitees = await selectInvitees(permit, id);
    const about = ({ memberId }: { memberId: string }) => aboutMember(id, memberId);
    const asked = invitees.map(({ memberId }) => memberId);
    const recipients = invitees.map((one) => ({ about: about(one), email: one.email }));
    const lost = await undeliveredOf(permit, permit.subject.area, recipients);
    const answers = await selectAnswers(permit, id);
    const view = meetingView(
      {
        meeting,
        body,
        invitees: invitees.map((one) => ({ ...one, undelivered: lost.get(about(one)) })),
        poll: pollResult(await selectOptions(permit, id), answers, asked),
        answers,
        asked: await membersWithLink(permit, id),
        agenda: await selectAgenda(permit, id),
        papers: await selectPapers(permit, id),
        minutes: await selectVersions(permit, id),
        round: await selectRound(permit, id),
        decisions: await selectDecisions(permit, [id]),
        tasks: await selectTasks(permit, { meeting: id }),
        left: await tasksLeft(permit, meeting),
      },
      permit.clock.today(),
      (right) => councilPolicy.may(permit.actor, right, permit.subject) !== undefined,
    );
    return ok(view);
  },
});
