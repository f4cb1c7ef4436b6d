import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { FASTING_WORDS, KIND_WORDS } from "../checkups/checkup.messages.ts";
import { letterField, rangeField, valueField } from "../checkups/checkup-field.rules.ts";

type Item = Readonly<{ key: string; label: string; unit: string }>;
export type ItemSection = Readonly<{ title: string; items: readonly Item[] }>;

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="my-8 min-w-0">
    <legend className="w-full border-b border-solid-gray-420 pb-1">
      <h2 className="text-std-20B-160">{title}</h2>
    </legend>
    {children}
  </fieldset>
);

const ItemFields = ({ item: { key, label, unit } }: { item: Item }) => (
  <div className="border-b border-solid-gray-300">
    <TextField label={unit ? `${label}（${unit}）` : label} name={valueField(key)} optional />
    <Folded summary={`${label}の判定・基準値`}>
      <TextField label={`${label}の判定`} name={letterField(key)} optional />
      <TextField label={`${label}の基準値`} name={rangeField(key)} hint="例：3.6-10.0" optional />
    </Folded>
  </div>
);

/** The fields of a checkup by the parts of a result sheet, in its order. */
export const CheckupFields = ({
  fasting,
  sections,
  sets,
}: {
  /** What was chosen before. */
  fasting: string;
  sections: readonly ItemSection[];
  sets: readonly Option[];
}) => (
  <>
    <Part title="健診について">
      <DayField
        label="受診日"
        hint="結果票にある、健診を受けた日です。例：2026年5月12日、2026/5/12、R8.5.12"
        name="day"
      />
      <SelectField label="健診の種類" name="kind" options={optionsOf(KIND_WORDS)} empty="選択してください" />
      <TextField label="健診機関" name="institution" optional />
      <ChoiceField
        label="採血時の食後時間（問診）"
        name="fasting"
        type="radio"
        chosen={[fasting || "unknown"]}
        options={optionsOf(FASTING_WORDS)}
      />
      <SelectField
        label="判定の区分"
        hint="結果票に書かれている区分の名前です。分からないときは空欄にします。"
        name="set"
        options={sets}
        empty="分からない"
        optional
      />
    </Part>
    {sections.map(({ title, items }) => (
      <Part key={title} title={title}>
        <div className="max-w-4xl gap-x-8 sm:grid sm:grid-cols-2">
          {items.map((item) => (
            <ItemFields key={item.key} item={item} />
          ))}
        </div>
      </Part>
    ))}
    <Part title="総合判定・メモ">
      <TextField label="総合判定" name="overall" optional />
      <TextArea label="メモ" name="note" optional />
    </Part>
  </>
);
