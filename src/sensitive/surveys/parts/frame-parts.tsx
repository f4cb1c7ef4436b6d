import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DecimalField } from "#ui/field-kinds.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { DISPOSITION_WORDS, WAY_WORDS } from "../model/survey.messages.ts";
import { NOTED } from "../model/survey.schema.ts";

type Answer = { answer: unknown };
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Workplaces come from a table, from the organisations that Yui knows, or as they are typed. */
export const AddUnits = ({ answer, partner }: Answer & { partner: boolean }) => (
  <Section title="名簿の登録">
    <CommandForm command="frame.take" answer={answer} submit="取り込む" encType="multipart/form-data">
      <FileField
        label="名簿のファイル"
        name="file"
        accept=".csv,.txt,.xlsx"
        hint="CSVかExcel。列の名前：事業所名、担当部署、郵便番号、住所、メールアドレス、電話番号、従業者数、業種、市区町村"
        mostBytes={20 * 1024 * 1024}
        tooLong="20MBまでのファイルを選択してください。"
      />
    </CommandForm>
    <Fold summary="ファイルを使わずに登録する">
      <CommandForm command="frame.add" answer={answer} submit="登録する" kind="secondary">
        <ChoiceField
          label="追加する方法"
          name="from"
          type="radio"
          chosen={["typed"]}
          options={[
            { value: "typed", label: "入力する" },
            { value: "organisations", label: "関係機関の「事業所」をすべて追加する" },
            ...(partner ? [{ value: "partner", label: "対応する事業所の調査の対象をすべて追加する" }] : []),
          ]}
        />
        <TextArea
          label="事業所"
          name="lines"
          optional
          rows={6}
          hint="1行に1事業所。事業所名、従業者数、業種、市区町村の順に「,」で区切ります。"
        />
      </CommandForm>
    </Fold>
  </Section>
);

const LABELS = {
  way: "抽出の方法",
  size: "調査数",
  rate: "回答率の見込み",
  seed: "乱数の種",
  by: "層の分け方",
  allocation: "標本の割り当て",
  oversampling: "小規模（9人以下）の倍率",
  hand: "層ごとの数",
};
const field = labelled(LABELS);

export const DrawSample = ({
  rates,
  seed,
  answer,
}: Answer & { seed: string; rates: readonly Readonly<{ survey: string; rate: number }>[] }) => (
  <Section title="抽出">
    <CommandForm
      command="frame.draw"
      answer={answer}
      values={{ way: "all", seed, rate: "16.9" }}
      submit="抽出する"
      labels={LABELS}
    >
      <ChoiceField
        {...field("way")}
        type="radio"
        options={optionsOf({ all: "全数", random: "無作為抽出", stratified: "層化無作為抽出" })}
      />
      <CountField {...field("size")} optional />
      <DecimalField
        {...field("rate")}
        unit="％"
        optional
        hint={`これまでの調査：${rates.map((one) => `${one.survey} ${one.rate}％`).join("、")}`}
      />
      <Fold summary="層化の設定">
        <ChoiceField
          {...field("by")}
          type="checkbox"
          options={optionsOf({ sizeClass: "規模", industry: "業種", town: "市区町村" })}
        />
        <SelectField
          {...field("allocation")}
          empty="比例"
          optional
          options={optionsOf({ proportional: "比例", neyman: "ネイマン配分", hand: "手入力" })}
        />
        <DecimalField {...field("oversampling")} unit="倍" optional />
        <TextArea {...field("hand")} optional hint="1行に1つ。例　1～4人 200" />
      </Fold>
      <TextField
        {...field("seed")}
        hint="同じ名簿と乱数の種を使うと、同じ事業所が抽出されます。"
        className="max-w-60"
      />
    </CommandForm>
  </Section>
);

export const NoteUnit = ({ answer }: Answer) => (
  <Section title="状況の記録" lead="返送・拒否・廃業などを記録します。回答は自動で記録されます。">
    <CommandForm command="unit.note" answer={answer} submit="記録する">
      <CountField label="番号" name="number" />
      <SelectField
        label="状況"
        name="disposition"
        options={NOTED.map((value) => ({ value, label: DISPOSITION_WORDS[value] }))}
      />
      <SelectField label="送付方法" name="way" empty="変更しない" optional options={optionsOf(WAY_WORDS)} />
    </CommandForm>
  </Section>
);
