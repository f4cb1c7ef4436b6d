import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { deliveriesOf, undeliveredTo } from "#platform/mail/deliveries.ts";
import { councilPolicy } from "../../access.ts";
import { findBody } from "../../store.server.ts";
import { ofMeeting } from "../../target.schema.ts";
import { selectDecisions, selectTasks } from "../decisions/store.server.ts";
import { tasksLeft } from "../decisions/usecases.server.ts";
import { membersWithLink } from "../links/usecases.server.ts";
import { selectVersions } from "../minutes/store.server.ts";
import { selectAgenda, selectComments, selectPapers } from "../papers/store.server.ts";
import { selectAnswers, selectOptions } from "../poll/store.server.ts";
import { aboutMember, pollResult } from "../rules.ts";
import { findMeeting, selectInvitees } from "../store.server.ts";
import { meetingView } from "./present.ts";

/** A meeting with all that belongs to it. */
export const readMeeting = query({
  name: "meeting.read",
  ...ofMeeting,
  async run(permit, { area, meeting: id }) {
    const meeting = await findMeeting(permit, area, id);
    const body = meeting && (await findBody(permit, area, meeting.bodyId));
    if (!meeting || !body) return notFound("meeting");
    const invitees = await selectInvitees(permit, area, id);
    const about = (memberId: string) => aboutMember(id, memberId);
    const asked = invitees.map(({ memberId }) => memberId);
    const last = await deliveriesOf(permit, area, asked.map(about));
    const answers = await selectAnswers(permit, area, id);
    const view = meetingView(
      {
        meeting,
        body,
        invitees: invitees.map((one) => ({
          ...one,
          undelivered: undeliveredTo(one.email, last.get(about(one.memberId))),
        })),
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
