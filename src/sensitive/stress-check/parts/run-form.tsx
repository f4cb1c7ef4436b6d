import type { ReactNode } from "react";
import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField, FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { KIND_WORDS, METHOD_WORDS } from "../model/stress.messages.ts";

const LABELS = {
  ...{ title: "実施名", kind: "実施方法", fiscalYear: "年度", method: "判定の方法" },
  ...{ closesOn: "回答期限", contact: "問い合わせ先", interviewOffice: "面接指導を行う機関" },
};
const field = labelled(LABELS);
type Choice = Readonly<{ value: string; label: string }>;

/** A new run, by an implementer or by who brings workplaces together. */
export const RunForm = ({
  command,
  answer,
  once,
  id,
  kinds,
  offices,
  children,
}: {
  command: string;
  answer: unknown;
  once: string;
  id: string;
  kinds: readonly (keyof typeof KIND_WORDS)[];
  offices: readonly Choice[];
  children?: ReactNode;
}) => (
  <Section title="ストレスチェックを登録する" lead="57項目の調査票を使います。">
    <CommandForm {...{ command, answer, once }} submit="登録する" labels={LABELS}>
      <input type="hidden" name="run" value={id} />
      <TextField {...field("title")} />
      <SelectField
        {...field("kind")}
        empty="選択してください"
        options={kinds.map((value) => ({ value, label: KIND_WORDS[value] }))}
      />
      <FiscalYearField {...field("fiscalYear")} />
      <SelectField
        {...field("method")}
        hint="性別の回答がない方は、合計点数による方法で判定します。"
        empty="選択してください"
        options={Object.entries(METHOD_WORDS).map(([value, label]) => ({ value, label }))}
      />
      {children}
      <SelectField {...field("interviewOffice")} empty="未定" optional options={offices} />
      <DayField {...field("closesOn")} optional />
      <TextField {...field("contact")} />
    </CommandForm>
  </Section>
);

/** Workplaces, pasted as lines; those of the year before are ticked, so that years are compared by them. */
export const WorkplaceLines = ({
  command,
  answer,
  once,
  earlier,
}: {
  command: string;
  answer: unknown;
  once: string;
  earlier: readonly Choice[];
}) => (
  <Section
    title="事業所を登録する"
    lead="1行に1か所、「事業所名,人数」の形で入力してください。表からも貼り付けられます。"
  >
    <CommandForm {...{ command, answer, once }} submit="登録する" kind="secondary">
      {earlier.length > 0 ? (
        <ChoiceField
          label="前年度の事業所"
          hint="選択すると、同じ事業所として前年度の集計と比べます。"
          name="earlier"
          type="checkbox"
          optional
          options={earlier}
        />
      ) : null}
      <TextArea label="事業所" name="lines" rows={6} most={20_000} optional={earlier.length > 0} />
    </CommandForm>
  </Section>
);
