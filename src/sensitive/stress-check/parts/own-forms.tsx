import { TextLink } from "#ui/button.tsx";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";

type Sent = Readonly<{ answer: unknown; once: string }>;

/** Whether a workplace joins; the hearing of its workers stands in for a committee's. */
export const JoinForms = ({ answer, once, joint }: Sent & { joint: boolean }) => (
  <Section
    title="参加の回答"
    lead="参加する前に、働く方の意見を聞いてください（衛生委員会の代わりになります）。"
  >
    <CommandForm command="stress-own.join" {...{ answer, once }} submit="参加する">
      <DayField label="意見を聞いた日" name="heardOn" />
      <TextArea label="意見の聞き方と主な意見" name="heard" rows={3} most={1000} />
      <TextField label="実務担当者" name="contact" />
      <ChoiceField
        label="結果を扱う人の人事権"
        hint="自社の方が、実施者や実施事務従事者として結果を扱うとき"
        name="personnel"
        type="radio"
        options={[
          { value: "none", label: "人事権のある方は結果を扱わない" },
          { value: "has", label: "人事権のある方が結果を扱う" },
        ]}
      />
      {joint ? (
        <ChoiceField
          label="合同の集計"
          hint="10人未満でも、ほかの事業所と合わせた集計を受け取れます。"
          name="joint"
          type="radio"
          options={[
            { value: "yes", label: "同意する" },
            { value: "no", label: "同意しない" },
          ]}
        />
      ) : null}
    </CommandForm>
    <CommandForm
      command="stress-own.decline"
      {...{ answer, once }}
      submit="今回は参加しない"
      kind="plain"
      className="mt-4"
    />
  </Section>
);

export const WorkersForm = ({ answer, once }: Sent) => (
  <Section title="受検者を登録する" lead="1行に1人、氏名を入力してください。受検は本人の自由です。">
    <CommandForm command="stress-own.name-workers" {...{ answer, once }} submit="登録する" kind="secondary">
      <TextArea label="受検者の氏名" name="lines" rows={6} most={20_000} />
    </CommandForm>
  </Section>
);

type Language = Readonly<{ code: string; label: string }>;

/** The notice to the workers and the house rules, to be printed in each language. */
export const Notices = ({ here, languages }: { here: string; languages: readonly Language[] }) => (
  <Section title="お知らせと社内ルール（PDF）" lead="印刷して掲示するか、働く方にお配りください。">
    <ul>
      {languages.map(({ code, label }) => (
        <li key={code} className="my-2 flex flex-wrap gap-x-6">
          <TextLink to={`${here}/notice.pdf?paper=notice&language=${code}`} reload>
            {`お知らせ（${label}）`}
          </TextLink>
          <TextLink to={`${here}/notice.pdf?paper=rules&language=${code}`} reload>
            {`社内ルール（${label}）`}
          </TextLink>
        </li>
      ))}
    </ul>
  </Section>
);

type Step = Readonly<{ step: number; title: string; by: string }>;

export const StepForm = ({ answer, steps }: { answer: unknown; steps: readonly Step[] }) => (
  <Section title="手順の実施日を登録する">
    <CommandForm command="stress-own.note-step" answer={answer} submit="登録する" kind="secondary">
      <SelectField
        label="手順"
        name="number"
        empty="選択してください"
        options={steps
          .filter(({ by }) => by === "employer")
          .map(({ step, title }) => ({ value: String(step), label: title }))}
      />
      <DayField label="実施した日" name="doneOn" />
      <TextField label="記録" name="remark" optional />
    </CommandForm>
  </Section>
);
