import { command } from "#foundation/authority/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { CirculationInput, MinutesAnswerInput } from "../model/minutes.schema.ts";
import { writeToMember } from "./council-letter.commands.server.ts";
import { showWhen } from "./meeting.present.ts";
import { selectInvitees } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { makeMemberLink } from "./member-link.commands.server.ts";
import { selectVersions } from "./minutes.store.server.ts";
import { insertAnswer, insertRound, selectRound } from "./minutes-round.store.server.ts";
import { handOf } from "./telephone.commands.server.ts";

/** Sends the draft to the members, who approve it or say what is to be mended; whoever was sent it already gets no second mail. */
export const circulateMinutes = command({
  name: "minutes.circulate",
  ...ofMeeting,
  input: CirculationInput,
  async run(permit, { meeting: id, version, revision, answerBy }, app) {
    const locked = await lockMeeting(permit, id, "minute");
    if (!locked.ok) return locked;
    const { meeting, body } = locked.value;
    const [latest] = await selectVersions(permit, id);
    if (!latest) return notFound("minutes");
    if (latest.approvedAt) return conflict("この議事録はもう承認されています。");
    if (latest.version !== version || latest.revision !== revision)
      return conflict("閲覧中に議事録が変更されました。現在の内容を確認してから回覧してください。");
    if (answerBy && answerBy < permit.clock.today())
      return invalid({ answerBy: ["過去の日付です。本日以降の日付を選択してください。"] });
    await insertRound(permit, id, { version, revision, answerBy, sentByName: handOf(permit) });
    const reached = (await selectInvitees(permit, id)).filter((one) => one.email !== "");
    for (const one of reached)
      await writeToMember(permit, id, one, "minutes_round", {
        values: {
          ...{ body: body.name, title: meeting.title, when: showWhen(meeting) },
          deadline: answerBy ? showDateJa(answerBy) : "",
          link: await makeMemberLink(permit, app, id, one.memberId),
        },
        answerBy: answerBy ? new Date(`${answerBy}T23:59:59+09:00`) : null,
        onceKey: `minutes:${id}:${version}.${revision}:${one.memberId}`,
      });
    return ok({ sent: reached.length });
  },
});

/** What a member said of the draft by telephone or on paper. */
export const enterMinutesAnswer = command({
  name: "minutes.enter-answer",
  ...ofMeetingPart("meeting"),
  subject: ofMeeting.subject,
  input: MinutesAnswerInput,
  async run(permit, { meeting, id: memberId, answer, text }) {
    const locked = await lockMeeting(permit, meeting, "minute");
    if (!locked.ok) return locked;
    const round = await selectRound(permit, meeting);
    const invited = (await selectInvitees(permit, meeting)).some((one) => one.memberId === memberId);
    if (!round || !invited) return notFound("minutes");
    if (round.approved) return conflict("この議事録はもう承認されています。");
    const said = { memberId, answer, text: answer === "comment" ? text : "", enteredBy: handOf(permit) };
    await insertAnswer(permit, meeting, round, said);
    return ok(undefined);
  },
});
