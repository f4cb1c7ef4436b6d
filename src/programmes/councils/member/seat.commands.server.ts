import { command } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { updateInvitee } from "../meetings/meeting.store.server.ts";
import { insertAnswer, selectRound } from "../meetings/minutes-round.store.server.ts";
import { selectOptions, upsertAnswer } from "../meetings/poll.store.server.ts";
import { datesAnswered } from "../meetings/telephone.commands.server.ts";
import { ofMeeting } from "../model/council-target.schema.ts";
import { pollOpen, replyOpen } from "../model/meeting.rules.ts";
import { PollAnswerInput, ReplyInput } from "../model/meeting.schema.ts";
import { MinutesAnswerInput } from "../model/minutes.schema.ts";
import { findSeated } from "./seat.store.server.ts";

const CLOSED = "回答の受付は終了しました。変更は事務局にお知らせください。";

/** The own answers to the dates, by link or signed in. They may be changed until the poll closes. */
export const answerPoll = command({
  name: "poll.answer",
  ...ofMeeting,
  input: PollAnswerInput,
  async run(permit, { meeting: id, answers, comment }) {
    const seated = await findSeated(permit, id);
    if (!seated.ok) return seated;
    const { meeting, invitee } = seated.value;
    if (!pollOpen(meeting, permit.clock.today())) return conflict(CLOSED);
    const { given, missing } = datesAnswered(await selectOptions(permit, id), answers);
    if (Object.keys(missing).length > 0) return invalid(missing);
    for (const one of given) await upsertAnswer(permit, { memberId: invitee.memberId, ...one });
    const answered = { answeredAt: permit.clock.now(), answeredBy: "", comment };
    await updateInvitee(permit, id, invitee.memberId, answered);
    return ok(undefined);
  },
});

/** Whether one comes to a meeting whose date is fixed, or who comes instead. */
export const replyToInvitation = command({
  name: "reply.give",
  ...ofMeeting,
  input: ReplyInput,
  async run(permit, { meeting: id, reply, proxyName, comment }) {
    const seated = await findSeated(permit, id);
    if (!seated.ok) return seated;
    const { meeting, invitee } = seated.value;
    if (!replyOpen(meeting, permit.clock.today())) return conflict(CLOSED);
    await updateInvitee(permit, id, invitee.memberId, {
      ...{ reply, repliedAt: permit.clock.now(), repliedBy: "", comment },
      proxyName: reply === "proxy" ? proxyName : "",
    });
    return ok(undefined);
  },
});

/** What a member says of the draft that went round. */
export const answerMinutes = command({
  name: "minutes.answer",
  ...ofMeeting,
  input: MinutesAnswerInput,
  async run(permit, { meeting: id, version, revision, answer, text }) {
    const seated = await findSeated(permit, id);
    if (!seated.ok) return seated;
    const round = await selectRound(permit, id);
    if (!round) return notFound("minutes");
    if (round.approved) return conflict("この議事録はもう承認されています。");
    if (round.version !== version || round.revision !== revision)
      return conflict("閲覧中に議事録案が変更されました。現在の内容を確認してから回答してください。");
    await insertAnswer(permit, id, round, {
      ...{ memberId: seated.value.invitee.memberId, answer, enteredBy: "" },
      text: answer === "comment" ? text : "",
    });
    return ok(undefined);
  },
});
