import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import type { RoundView } from "../meetings/minutes.present.ts";
import { answerOfRow } from "./meeting-act.tsx";

const SAYS = [
  { value: "agreed", label: "承認" },
  { value: "comment", label: "修正の意見あり" },
];

type Draft = Readonly<{ version: number; revision: number }>;

/** The draft goes round: whom it reaches, what each says of it, and what was said by telephone. */
export function Circulation({
  draft,
  round,
  reachable,
  answer,
}: {
  draft: Draft;
  round: RoundView | null;
  reachable: number;
  answer: unknown;
}) {
  const isOut = round?.revision === draft.revision && round.version === draft.version;
  return (
    <Section
      title="回覧"
      lead="委員に議事録案を送信し、承認または修正の意見を受け付けます。回覧せずに承認することもできます。"
    >
      {round ? <Answers round={round} outdated={!isOut} answer={answer} /> : null}
      {isOut ? null : (
        <OutwardForm
          command="minutes.circulate"
          answer={answer}
          labels={{ answerBy: "回答期限" }}
          question={`${reachable}団体に議事録案を回覧します。`}
          confirm="回覧のメールを送信する"
          submit={round ? "修正した案を回覧する" : "議事録案を回覧する"}
          kind="secondary"
        >
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="revision" value={draft.revision} />
          <DayField label="回答期限" name="answerBy" optional />
        </OutwardForm>
      )}
    </Section>
  );
}

function Answers({ round, outdated, answer }: { round: RoundView; outdated: boolean; answer: unknown }) {
  const { sent, answerBy, members } = round;
  const of = (word: string | null) => members.filter((one) => one.answer === word).length;
  return (
    <>
      <p>
        {`${sent}に回覧しました。承認 ${of("agreed")}団体、意見 ${of("comment")}団体、未回答 ${of(null)}団体`}
        {answerBy ? `（回答期限 ${showDateJa(answerBy)}）` : ""}
      </p>
      {outdated ? (
        <p>回覧のあとに議事録案が変更されました。次の回答は、変更前の案に対するものです。</p>
      ) : null}
      <ul className="my-4 border-t border-solid-gray-300">
        {members.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-300 py-2">
            <span className="mr-4">{one.organisation}</span>
            {one.said ? <span className="text-dns-14N-130">{one.said}</span> : "未回答"}
            {one.text ? <p className="max-w-3xl whitespace-pre-line">{one.text}</p> : null}
            <Entry member={one} draft={round} answer={answer} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({
  member,
  draft,
  answer,
}: {
  member: RoundView["members"][number];
  draft: Draft;
  answer: unknown;
}) {
  const own = answerOfRow(answer, "minutes.enter-answer", member.id);
  return (
    <div className="no-print">
      <Folded summary="電話・紙で受けた回答を入力する" open={own !== undefined}>
        <CommandForm
          key={member.said}
          command="minutes.enter-answer"
          answer={own}
          values={{ answer: member.answer ?? "", text: member.text }}
          labels={{ answer: "回答", text: "意見" }}
          options={{ answer: SAYS }}
          submit="回答を登録する"
          kind="secondary"
        >
          <input type="hidden" name="id" value={member.id} />
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="revision" value={draft.revision} />
          <ChoiceField label="回答" name="answer" type="radio" options={SAYS} />
          <TextField label="意見" name="text" optional />
        </CommandForm>
      </Folded>
    </div>
  );
}
