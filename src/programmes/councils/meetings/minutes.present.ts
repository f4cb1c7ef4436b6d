import { pick } from "#platform/kernel/pick.ts";
import type { Attendance } from "../model/meeting.schema.ts";
import type { Round } from "./minutes-round.store.server.ts";

type Held = Readonly<{
  title: string;
  when: string;
  place: string;
  invitees: readonly Readonly<{ organisation: string; attendance: Attendance | null; proxyName: string }>[];
  agenda: readonly Readonly<{ title: string; presenter: string }>[];
  decisions: readonly Readonly<{ text: string }>[];
}>;

/** What minutes begin with: when and where it was, who came, and each item with room for what was said. */
export function minutesTemplate({ title, when, place, invitees, agenda, decisions }: Held): string {
  const of = (word: Attendance) => invitees.filter((one) => one.attendance === word);
  const named = (one: Held["invitees"][number]) =>
    one.proxyName ? `${one.organisation}（代理 ${one.proxyName}）` : one.organisation;
  const list = (word: Attendance) => of(word).map(named).join("、") || "なし";
  const known = invitees.some((one) => one.attendance !== null);
  const items = agenda.map(
    (item, index) => `${index + 1} ${item.title}${item.presenter ? `（説明 ${item.presenter}）` : ""}\n\n`,
  );
  return [
    `${title} 議事録`,
    "",
    `日時 ${when}`,
    `場所 ${place || "―"}`,
    ...(known
      ? [
          `出席 ${of("present").length + of("proxy").length}団体（うち代理 ${of("proxy").length}団体）、欠席 ${of("absent").length}団体`,
          `出席者 ${list("present")}`,
          `代理出席 ${list("proxy")}`,
          `欠席 ${list("absent")}`,
        ]
      : ["出席 未入力"]),
    "",
    "議事",
    ...(items.length > 0 ? items : ["", ""]),
    "決定事項",
    ...(decisions.length > 0 ? decisions.map((one) => `・${one.text}`) : ["・"]),
  ].join("\n");
}

const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  ...{ timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" },
});
/** 2026年12月3日 13:30 */
export const showMoment = (at: Date): string => MOMENT.format(at);

/** What went round, and what each member said of it. */
export const presentRound = (
  round: Round,
  invitees: readonly Readonly<{ memberId: string; organisation: string }>[],
) => ({
  ...pick(round, "version", "revision", "answerBy", "approved"),
  sent: showMoment(round.sentAt),
  members: invitees.map(({ memberId, organisation }) => {
    const one = round.answers.find((answer) => answer.memberId === memberId);
    const by = one?.enteredBy ? `（${one.enteredBy}が入力）` : "";
    const word = one?.answer === "agreed" ? "承認" : "修正の意見あり";
    return {
      ...{ id: memberId, organisation, answer: one?.answer ?? null, text: one?.text ?? "" },
      said: one ? `${word} ${showMoment(one.answeredAt)}${by}` : "",
    };
  }),
});
export type RoundView = ReturnType<typeof presentRound>;
