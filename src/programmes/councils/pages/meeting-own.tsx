import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { OwnSeat } from "../member/member-link.present.ts";
import { ANSWER, ANSWER_SIGN, ATTENDANCE } from "../messages.ts";

const ANSWERS = (["yes", "if_need_be", "no"] as const).map((value) => ({
  value,
  label: `${ANSWER_SIGN[value]} ${ANSWER[value]}`,
}));
const COMES = Object.entries(ATTENDANCE).map(([value, label]) => ({ value, label }));
const SAYS = [
  { value: "agreed", label: "承認する" },
  { value: "comment", label: "修正の意見がある" },
];

type Own = Readonly<{ seat: OwnSeat; answer: unknown }>;

/** What is asked of a seat: the dates, whether one comes, and the draft of the minutes. */
export function OwnAnswers({ seat, answer }: Own) {
  return (
    <>
      {seat.open ? <OwnDates seat={seat} answer={answer} /> : null}
      {seat.comes ? <OwnReply seat={seat} answer={answer} /> : null}
      {seat.minutes && !seat.minutes.approved ? <OwnMinutes seat={seat} answer={answer} /> : null}
    </>
  );
}

function OwnDates({ seat, answer }: Own) {
  const { options, deadline, comment, answered, organisation } = seat;
  return (
    <Section
      title="日程の回答"
      lead={
        deadline ? `${organisation}としての回答。${showDateJa(deadline)}までにご回答ください。` : organisation
      }
    >
      <CommandForm
        command="poll.answer"
        answer={answer}
        values={{ comment, ...Object.fromEntries(options.map((one) => [one.id, one.answer ?? ""])) }}
        labels={Object.fromEntries(options.map(({ id, name }) => [id, name]))}
        submit={answered ? "回答を変更する" : "回答を送信する"}
      >
        {options.map(({ id, name }) => (
          <ChoiceField key={id} label={name} name={id} type="radio" options={ANSWERS} />
        ))}
        <TextField label="備考" name="comment" optional />
      </CommandForm>
    </Section>
  );
}

function OwnReply({ seat: { comes, organisation, comment }, answer }: Own) {
  const replied = comes?.reply !== null;
  return (
    <Section
      title="出欠の回答"
      lead={[
        `${organisation}としての回答。`,
        comes?.replyBy ? `${showDateJa(comes.replyBy)}までにご回答ください。` : "",
        replied ? `回答済み：${ATTENDANCE[comes?.reply ?? ""]}` : "",
      ].join("")}
    >
      <CommandForm
        command="reply.give"
        answer={answer}
        values={{ reply: comes?.reply ?? "", proxyName: comes?.proxyName ?? "", comment }}
        labels={{ reply: "出欠", proxyName: "代理の方の職名・氏名", comment: "備考" }}
        options={{ reply: COMES }}
        submit={replied ? "出欠を変更する" : "出欠を送信する"}
        className="group/reply"
      >
        <ChoiceField label="出欠" name="reply" type="radio" options={COMES} />
        <div className="hidden group-has-[[value=proxy]:checked]/reply:block">
          <TextField label="代理の方の職名・氏名" name="proxyName" />
        </div>
        <TextField label="備考" name="comment" optional />
      </CommandForm>
    </Section>
  );
}

function OwnMinutes({ seat: { minutes }, answer }: Own) {
  if (!minutes) return null;
  const { own, answerBy, body, version, revision } = minutes;
  return (
    <Section
      title="議事録案の確認"
      id="minutes"
      lead={answerBy ? `${showDateJa(answerBy)}までにご回答ください。` : undefined}
    >
      <div className="max-w-3xl whitespace-pre-wrap rounded-8 border border-solid-gray-300 p-4">{body}</div>
      <CommandForm
        command="minutes.answer"
        answer={answer}
        values={{ answer: own?.answer ?? "", text: own?.text ?? "" }}
        labels={{ answer: "回答", text: "修正が必要な箇所" }}
        options={{ answer: SAYS }}
        submit={own ? "回答を変更する" : "回答を送信する"}
        className="group/says"
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="revision" value={revision} />
        <ChoiceField label="回答" name="answer" type="radio" options={SAYS} />
        <div className="hidden group-has-[[value=comment]:checked]/says:block">
          <TextArea label="修正が必要な箇所" name="text" />
        </div>
      </CommandForm>
    </Section>
  );
}
