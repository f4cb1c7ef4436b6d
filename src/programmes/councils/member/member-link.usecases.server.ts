import { command, query } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { findBody } from "../bodies/body.store.server.ts";
import { findInvitee, findMeeting, updateInvitee } from "../meetings/meeting.store.server.ts";
import { selectAgenda, selectPapers } from "../meetings/paper.store.server.ts";
import { paperFile, printPapers } from "../meetings/paper.usecases.server.ts";
import { selectAnswers, selectOptions, upsertAnswer } from "../meetings/poll.store.server.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { pollOpen } from "../model/meeting.rules.ts";
import { ANSWERS, type Invitee, type Meeting, PollAnswerInput } from "../model/meeting.schema.ts";
import { memberView } from "./member-link.present.ts";

/** The meeting that a link leads to, and whose link it is: for as long as the membership lasts. */
async function findLinked(
  permit: CouncilPermit,
  id: string,
): Promise<Result<{ meeting: Meeting; invitee: Invitee }>> {
  const member = permit.actor.kind === "holder" ? permit.actor.detail.member : undefined;
  const meeting = await findMeeting(permit, id);
  const invitee = member && meeting && (await findInvitee(permit, id, member));
  return meeting && invitee ? ok({ meeting, invitee }) : notFound("meeting");
}

/** What the holder of a link sees: the own answers, never those of others, and the facts before the meeting. */
export const readMemberLink = query({
  name: "member-link.read",
  ...ofMeeting,
  async run(permit, { meeting: id }) {
    const linked = await findLinked(permit, id);
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
  async run(permit, { meeting }) {
    const linked = await findLinked(permit, meeting);
    return linked.ok ? printPapers(permit, linked.value.meeting) : linked;
  },
});

/** A file among the papers of the meeting that the link is for. */
export const readLinkedFile = query({
  name: "member-link.read-file",
  ...ofMeetingPart("paper"),
  // The link is to the meeting.
  subject: ofMeeting.subject,
  async run(permit, { meeting, id }) {
    const linked = await findLinked(permit, meeting);
    return linked.ok ? paperFile(permit, meeting, id) : linked;
  },
});

/** The answers of the holder of a link. They may be changed until the poll closes. */
export const answerPoll = command({
  name: "poll.answer",
  ...ofMeeting,
  input: PollAnswerInput,
  async run(permit, { meeting: id, answers, comment }) {
    const linked = await findLinked(permit, id);
    if (!linked.ok) return linked;
    const { meeting, invitee } = linked.value;
    if (!pollOpen(meeting, permit.clock.today()))
      return conflict("回答の受付は終了しました。変更は事務局にお知らせください。");
    const missing: Record<string, string[]> = {};
    for (const option of await selectOptions(permit, id)) {
      const answer = ANSWERS.find((one) => one === answers[option.id]);
      if (answer === undefined) missing[option.id] = ["いずれか1つを選択してください。"];
      else await upsertAnswer(permit, { optionId: option.id, memberId: invitee.memberId, answer });
    }
    if (Object.keys(missing).length > 0) return invalid(missing);
    await updateInvitee(permit, id, invitee.memberId, { answeredAt: permit.clock.now(), comment });
    return ok(undefined);
  },
});
