import { command } from "#foundation/authority/public.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { ofMeeting } from "../model/council-target.schema.ts";
import { ANSWERS, AttendanceInput, type DateOption, TelephoneInput } from "../model/meeting.schema.ts";
import { selectInvitees, updateInvitee } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { selectOptions, upsertAnswer } from "./poll.store.server.ts";

/** Who wrote down what somebody else has said. */
export const handOf = ({ actor }: CouncilPermit): string => (actor.kind === "person" ? actor.name : "事務局");

/** The answers to each date; a date without one is named beside its field. */
export function datesAnswered(
  options: readonly DateOption[],
  answers: Readonly<Record<string, unknown>>,
  field: (option: string) => string = (option) => option,
) {
  const given = options.map(({ id }) => ({ id, answer: ANSWERS.find((one) => one === answers[id]) }));
  const missing = given.filter(({ answer }) => answer === undefined);
  return {
    given: given.flatMap(({ id, answer }) => (answer ? [{ optionId: id, answer }] : [])),
    missing: Object.fromEntries(missing.map(({ id }) => [field(id), ["いずれか1つを選択してください。"]])),
  };
}

/** The secretariat writes down what members said of the dates, for one or for all who were telephoned. */
export const enterAnswers = command({
  name: "poll.enter",
  ...ofMeeting,
  input: TelephoneInput,
  async run(permit, { meeting, members }) {
    const locked = await lockMeeting(permit, meeting, "enter");
    if (!locked.ok) return locked;
    const options = await selectOptions(permit, meeting);
    const invited = new Set((await selectInvitees(permit, meeting)).map((one) => one.memberId));
    if (members.some(({ memberId }) => !invited.has(memberId))) return notFound("member");
    const said = members.map((one) => ({
      ...one,
      ...datesAnswered(options, one.answers, (option) => `${one.memberId}.${option}`),
    }));
    const missing = Object.assign({}, ...said.map((one) => one.missing)) as Record<string, string[]>;
    if (Object.keys(missing).length > 0) return invalid(missing);
    for (const { memberId, given, comment } of said) {
      for (const one of given) await upsertAnswer(permit, { memberId, ...one });
      const answered = { answeredAt: permit.clock.now(), answeredBy: handOf(permit), comment };
      await updateInvitee(permit, meeting, memberId, answered);
    }
    return ok({ entered: said.length });
  },
});

/** The secretariat writes down who said by telephone that they come. */
export const enterReplies = command({
  name: "reply.enter",
  ...ofMeeting,
  input: AttendanceInput,
  async run(permit, { meeting, attendances }) {
    const locked = await lockMeeting(permit, meeting, "reply");
    if (!locked.ok) return locked;
    const held = new Map((await selectInvitees(permit, meeting)).map((one) => [one.memberId, one]));
    if (attendances.some(({ memberId }) => !held.has(memberId))) return notFound("member");
    const changed = attendances.filter(({ memberId, attendance, proxyName }) => {
      const now = held.get(memberId)!;
      return now.reply !== attendance || now.proxyName !== proxyName;
    });
    for (const { memberId, attendance, proxyName } of changed)
      await updateInvitee(permit, meeting, memberId, {
        reply: attendance,
        proxyName,
        repliedAt: attendance && permit.clock.now(),
        repliedBy: attendance ? handOf(permit) : "",
      });
    return ok({ entered: changed.length });
  },
});
