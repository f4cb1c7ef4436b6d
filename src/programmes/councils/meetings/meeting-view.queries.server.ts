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
import { selectAgenda, selectComments, selectPapers } from "./paper.store.server.ts";
import { selectAnswers, selectOptions } from "./poll.store.server.ts";

/** A meeting with all that belongs to it. */
export const readMeeting = query({
  name: "meeting.read",
  ...ofMeeting,
  async run(permit, { area, meeting: id }) {
    const meeting = await findMeeting(permit, area, id);
    const body = meeting && (await findBody(permit, area, meeting.bodyId));
    if (!meeting || !body) return notFound("meeting");
    const invitees = await selectInvitees(permit, area, id);
    const about = ({ memberId }: { memberId: string }) => aboutMember(id, memberId);
    const asked = invitees.map(({ memberId }) => memberId);
    const recipients = invitees.map((one) => ({ about: about(one), email: one.email }));
    const lost = await undeliveredOf(permit, area, recipients);
    const answers = await selectAnswers(permit, area, id);
    const view = meetingView(
      {
        meeting,
        body,
        invitees: invitees.map((one) => ({ ...one, undelivered: lost.get(about(one)) })),
        poll: pollResult(await selectOptions(permit, area, id), answers, asked),
        answers,
        asked: await membersWithLink(permit, area, id),
        agenda: await selectAgenda(permit, area, id),
        papers: await selectPapers(permit, area, id),
        minutes: await selectVersions(permit, area, id),
        decisions: await selectDecisions(permit, area, [id]),
        tasks: await selectTasks(permit, area, { meeting: id }),
        left: await tasksLeft(permit, area, meeting),
        comments: await selectComments(permit, area, id),
      },
      permit.clock.today(),
      councilPolicy.may(permit.actor, "meeting.invite", permit.subject) !== undefined,
    );
    return ok(view);
  },
});
