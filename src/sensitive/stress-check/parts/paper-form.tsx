import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";

export const SEXES = [
  { value: "male", label: "男性" },
  { value: "female", label: "女性" },
  { value: "none", label: "回答しない" },
];

/** A sheet of paper, by the ten keys, once and once more. */
export const PaperForm = ({ answer }: { answer: unknown }) => (
  <Section
    title="紙の調査票を入力する"
    lead="同じ用紙を2回入力します。2回の入力が一致すると、結果を計算します。"
  >
    <CommandForm command="stress-paper.enter" answer={answer} submit="保存する" kind="secondary" private>
      <TextField label="用紙の番号" name="number" className="max-w-40" />
      <ChoiceField
        label="入力の回"
        name="entry"
        type="radio"
        chips
        options={[
          { value: "1", label: "1回目" },
          { value: "2", label: "2回目" },
        ]}
      />
      <ChoiceField label="性別" name="sex" type="radio" options={SEXES} chips />
      <TextField
        label="回答（57桁）"
        name="figures"
        hint="問1から順に、1〜4の数字を入力します。空欄は0です。"
      />
    </CommandForm>
  </Section>
);
