import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField } from "#ui/field.tsx";
import { CountField, DayField, YesNoField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { PATH_STATE_WORDS, PATH_STEP_WORDS } from "../model/prevention.messages.ts";
import type { PathStep } from "../model/prevention-kinds.schema.ts";

type Form = Readonly<{ answer: unknown; once: string }>;
type Path = Readonly<{
  id: string;
  fiscalYear: number;
  number: number;
  state: keyof typeof PATH_STATE_WORDS;
  slipOn: PlainDate | null;
  interviewOn: PlainDate | null;
  weekOn: PlainDate | null;
  monthOn: PlainDate | null;
  interviewersCared: boolean | null;
  next: readonly PathStep[];
}>;

/** A family's own act: its slip has come back. */
export const BeginForm = ({ answer, once }: Form) => (
  <CommandForm
    command="prevention-path.note"
    answer={answer}
    once={once}
    submit="始める"
    label="始める"
    private
  >
    <input type="hidden" name="what" value="begin" />
    <DayField label="同意書が返送された日" name="on" />
    <DayField label="リーフレットを渡した日（検案医から）" name="leafletOn" optional />
  </CommandForm>
);

const days = ({ slipOn, interviewOn, weekOn, monthOn, interviewersCared }: Path): string =>
  [
    slipOn && `同意書 ${showDateJa(slipOn)}`,
    interviewOn && `面接 ${showDateJa(interviewOn)}`,
    weekOn && `1週間後 ${showDateJa(weekOn)}`,
    monthOn && `1か月後 ${showDateJa(monthOn)}`,
    interviewersCared && "面接者の振り返り 済",
  ]
    .filter(Boolean)
    .join("　");

export const PathLines = ({ paths, answer, once }: Form & Readonly<{ paths: readonly Path[] }>) => (
  <>
    {paths.length === 0 ? <p>まだありません。</p> : null}
    <Lines>
      {paths.map((path) => {
        const name = `${path.fiscalYear}-${path.number}`;
        return (
          <Line key={path.id}>
            <span>
              {name}　{PATH_STATE_WORDS[path.state]}
              <span className="block text-solid-gray-800">{days(path)}</span>
            </span>
            {path.next.length > 0 ? (
              <Folded summary={`${name}を記録する`}>
                <CommandForm
                  command="prevention-path.note"
                  answer={answer}
                  submit="記録する"
                  once={once}
                  label={`${name}を記録する`}
                  private
                >
                  <input type="hidden" name="path" value={path.id} />
                  <SelectField
                    label="記録する内容"
                    name="what"
                    empty="選択してください"
                    options={path.next.map((value) => ({ value, label: PATH_STEP_WORDS[value] }))}
                  />
                  <DayField label="日付" name="on" hint="撤回と終了のときは空欄" optional />
                  <CountField label="面接者の人数" name="interviewers" hint="面接のときだけ" optional />
                  <YesNoField label="面接者は、研修を受けている" name="trained" optional />
                  <YesNoField label="面接者の振り返りをした" name="cared" optional />
                </CommandForm>
              </Folded>
            ) : null}
          </Line>
        );
      })}
    </Lines>
  </>
);
