import { SelectField } from "#ui/field.tsx";
import { CountField, DecimalField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { COUNTED_BY_WORDS, SHEET_WORDS, STANDING_WORDS } from "../model/figure.messages.ts";
import { FIVE_WORDS, options } from "../model/prevention.messages.ts";
import { FIVE, QUARTERS } from "../model/prevention-kinds.schema.ts";

const BOOK_MB = 50;
const CHOOSE = "選択してください";
type Form = Readonly<{ answer: unknown; once: string }>;

/** Taking in a table of the ministry, and publishing five years. */
export const FigureForms = ({ answer, once }: Form) => (
  <>
    <Section
      title="統計表を登録する"
      lead="「地域における自殺の基礎資料」のA7またはA8です。場所・手段・曜日・時間帯の列は読み込みません。空欄は「秘匿」として扱い、0とはみなしません。"
    >
      <CommandForm
        command="prevention-figure.import"
        answer={answer}
        once={once}
        submit="登録する"
        encType="multipart/form-data"
      >
        <FileField
          label="統計表のファイル"
          name="file"
          hint="ExcelまたはCSV"
          mostBytes={BOOK_MB * 1024 * 1024}
        />
        <CountField label="年" name="year" hint="西暦（例 2025）" />
        <SelectField
          label="四半期"
          name="quarter"
          empty="年間の表"
          optional
          options={QUARTERS.map((value) => ({ value, label: `第${value}四半期` }))}
        />
        <SelectField label="表の種類" name="countedBy" empty={CHOOSE} options={options(COUNTED_BY_WORDS)} />
        <SelectField
          label="暫定値・確定値"
          name="standing"
          empty={CHOOSE}
          options={options(STANDING_WORDS)}
        />
        <SelectField
          label="シート"
          name="sex"
          hint="CSVのときだけ選択します。"
          empty={CHOOSE}
          optional
          options={options(SHEET_WORDS).filter(({ value }) => value !== "book")}
        />
      </CommandForm>
    </Section>
    <Section
      title="5年間の集計を公表する"
      lead="圏域の全市町村の、男女別の表が5年分必要です。10人未満の数は、0人を含めて公表されません。"
    >
      <CommandForm command="prevention-figure.publish" answer={answer} submit="公表する">
        <CountField label="最後の年" name="to" hint="西暦（例 2026）" />
        <CountField label="5年分の人口の合計" name="personYears" hint="各年の人口を足した数" optional />
        <DecimalField label="都道府県の自殺死亡率" name="prefectureRate" unit="人口10万人あたり" optional />
      </CommandForm>
    </Section>
  </>
);

const PARTS = { sex: "性別", age: "年齢", work: "職業の有無", living: "同居の有無" } as const;
const choices = (keys: readonly string[]) => keys.map((value) => ({ value, label: FIVE_WORDS[value]! }));
const MOST = 5;

/** The five groups: words of lists and a count, nothing else. */
export function FiveForm({
  answer,
  form,
}: Readonly<{ answer: unknown; form: Readonly<{ values: Record<string, string>; seen: string }> }>) {
  return (
    <Fold summary="上位5区分を登録する">
      <CommandForm
        command="prevention-five.save"
        answer={answer}
        values={form.values}
        seen={form.seen}
        submit="5区分を保存する"
      >
        <CountField label="集計の最後の年" name="untilYear" hint="西暦（例 2025）" />
        <RowsField name="groups" label="区分" first={MOST} most={MOST}>
          {(at) => (
            <div className="grid gap-x-4 sm:grid-cols-2">
              {(["sex", "age", "work", "living"] as const).map((part) => (
                <SelectField
                  key={part}
                  label={PARTS[part]}
                  name={at(part)}
                  empty={CHOOSE}
                  optional
                  unmarked
                  options={choices(FIVE[part])}
                />
              ))}
              <CountField
                label="5年間の人数"
                name={at("persons")}
                hint="10人未満のときは空欄"
                optional
                unmarked
              />
            </div>
          )}
        </RowsField>
      </CommandForm>
    </Fold>
  );
}
