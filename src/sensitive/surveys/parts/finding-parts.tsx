import { ChoiceField, type Option, TextArea, TextField } from "#ui/field.tsx";
import { DecimalField, FiscalYearField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { RaiseForm } from "./hearing.tsx";
import { ownAnswer } from "./own-answer.tsx";

type Found = Readonly<{
  id: string;
  sentence: string;
  issueId: string | null;
  targetId: string | null;
  reason: string;
  shown: boolean;
}>;
const DIRECTIONS = [
  { value: "at_least", label: "増やす（以上）" },
  { value: "at_most", label: "減らす（以下）" },
];

/** What was frozen, and what becomes of it in the plan. */
export const Findings = ({
  findings,
  issues,
  once,
  low,
  answer,
}: {
  findings: readonly Found[];
  issues: readonly Option[];
  once: string;
  low: boolean;
  answer: unknown;
}) => (
  <Section title={`主な結果 ${findings.length}`} id="findings">
    {findings.length === 0 ? <p>下の表から選択して登録してください。</p> : null}
    <Lines>
      {findings.map((one) => (
        <Line key={one.id}>
          <div className="max-w-3xl">
            <p>{one.sentence}</p>
            {one.issueId ? (
              <p className="text-dns-14N-130">健康課題の根拠として登録しました。</p>
            ) : (
              <RaiseForm command="finding.raise" name="finding" id={one.id} {...{ issues, once, answer }} />
            )}
            <ProfileLine one={one} answer={answer} />
            {one.targetId ? (
              <p className="text-dns-14N-130">
                目標の基準値にしました。次回の調査で自動的に更新されます。{one.reason}
              </p>
            ) : (
              <Folded
                summary="目標の基準値にする"
                open={ownAnswer(answer, "finding.target", "finding", one.id) !== undefined}
              >
                <CommandForm
                  command="finding.target"
                  answer={ownAnswer(answer, "finding.target", "finding", one.id)}
                  once={`${once.slice(0, -12)}${one.id.slice(0, 8)}0001`}
                  submit="目標を設定する"
                  kind="secondary"
                >
                  <input type="hidden" name="finding" value={one.id} />
                  <TextField label="項目" name="item" />
                  <ChoiceField label="目標の方向" name="direction" type="radio" options={DIRECTIONS} />
                  <FiscalYearField label="目標年度" name="targetYear" />
                  <DecimalField label="目標値" name="targetValue" unit="％" />
                  {low ? (
                    <TextArea
                      label="理由"
                      name="reason"
                      optional
                      hint="回答率が低い調査を基準値に使う理由"
                      rows={2}
                    />
                  ) : null}
                </CommandForm>
              </Folded>
            )}
          </div>
        </Line>
      ))}
    </Lines>
  </Section>
);

/** Whether the profile of the area tells it. */
function ProfileLine({ one, answer }: { one: Found; answer: unknown }) {
  const command = one.shown ? "finding.hide" : "finding.show";
  return (
    <CommandForm
      command={command}
      answer={ownAnswer(answer, command, "finding", one.id)}
      submit={one.shown ? "健康プロフィールへの掲載をやめる" : "健康プロフィールに掲載する"}
      kind="plain"
    >
      <input type="hidden" name="finding" value={one.id} />
    </CommandForm>
  );
}
