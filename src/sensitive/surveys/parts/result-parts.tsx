import { CountTable } from "#ui/count-table.tsx";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DecimalField, FiscalYearField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import type { presentTable } from "../results/result.present.ts";
import { RaiseForm } from "./hearing.tsx";

type Shown = ReturnType<typeof presentTable> & Readonly<{ waves: readonly string[] }>;

/** A table with numbers, shares and intervals, its test, and the form that freezes one of its shares. */
export function ResultTable({
  table,
  kind,
  answer,
  once,
}: {
  table: Shown;
  kind: string;
  answer: unknown;
  once: string;
}) {
  const unit = kind === "workplace" ? "件" : "人";
  return (
    <Section
      title={table.title}
      lead={
        table.several
          ? "複数回答。割合は、この質問に答えた方に対する割合で、合計は100％を超えます。"
          : "割合は、この質問に答えた方に対する割合です。"
      }
    >
      <CountTable
        caption={table.title}
        head="区分"
        columns={[`回答した方（${unit}）`, ...table.choices.map(({ label }) => label)]}
        rows={table.rows.map((row) => ({
          label: row.label,
          cells: [
            row.base,
            ...row.cells.map((cell) =>
              [cell.count, cell.share ? `${cell.share}％` : "", cell.interval ? `（${cell.interval}）` : ""]
                .filter(Boolean)
                .join(" "),
            ),
          ],
        }))}
      />
      {table.weighted.length > 0 ? <p>抽出の重みを付けた割合：{table.weighted.join("、")}</p> : null}
      {table.test ? <p>{table.test}</p> : null}
      {table.waves.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Folded summary="分かったこととして固定する">
        <CommandForm
          command="finding.freeze"
          answer={answer}
          once={`${once.slice(0, -8)}${hashOf(table.key)}`}
          submit="固定する"
          kind="secondary"
          label={table.title}
        >
          <input type="hidden" name="question" value={table.question} />
          <SelectField
            label="区分"
            name="group"
            optional
            options={table.rows.map((row) => ({
              value: row.at.map(([name, one]) => `${name}=${one}`).join(" "),
              label: row.label,
            }))}
          />
          <ChoiceField
            label="回答"
            name="choices"
            type="checkbox"
            options={table.choices.map(({ key, label }) => ({ value: key, label }))}
          />
        </CommandForm>
      </Folded>
    </Section>
  );
}

/** Eight digits that differ from table to table, so that each form acts once by itself. */
const hashOf = (text: string): string => {
  let hash = 7;
  for (const sign of text) hash = (Math.imul(hash, 31) + sign.codePointAt(0)!) >>> 0;
  return hash.toString(16).padStart(8, "0");
};

type Four = Readonly<{
  name: string;
  label: string;
  shown: number;
  answered: number;
  blank: number;
  notShown: number;
}>;
export const FourCountTable = ({ four }: { four: readonly Four[] }) => (
  <Section
    title="質問ごとの回答の数"
    lead="聞いた数は、回答と無回答の合計です。非該当は、分岐のため聞いていない数です。"
  >
    <CountTable
      caption="質問ごとの回答の数"
      head="質問"
      columns={["聞いた", "回答", "無回答", "非該当"]}
      rows={four.map((one) => ({
        label: one.label,
        cells: [one.shown, one.answered, one.blank, one.notShown].map((value) =>
          value.toLocaleString("ja-JP"),
        ),
      }))}
    />
  </Section>
);

type Found = Readonly<{
  id: string;
  sentence: string;
  issueId: string | null;
  targetId: string | null;
  reason: string;
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
  <Section title={`分かったこと ${findings.length}`} id="findings">
    {findings.length === 0 ? <p>下の表から、分かったことを選んで固定してください。</p> : null}
    <Lines>
      {findings.map((one) => (
        <Line key={one.id}>
          <div className="max-w-3xl">
            <p>{one.sentence}</p>
            {one.issueId ? (
              <p className="text-dns-14N-130">健康課題の根拠にしました。</p>
            ) : (
              <RaiseForm command="finding.raise" name="finding" id={one.id} {...{ issues, once, answer }} />
            )}
            {one.targetId ? (
              <p className="text-dns-14N-130">
                目標の基準値にしました。次回の調査で自動的に更新されます。{one.reason}
              </p>
            ) : (
              <Folded summary="目標の基準値にする">
                <CommandForm
                  command="finding.target"
                  answer={answer}
                  once={`${once.slice(0, -12)}${one.id.slice(0, 8)}0001`}
                  submit="目標を設定する"
                  kind="secondary"
                >
                  <input type="hidden" name="finding" value={one.id} />
                  <TextField label="項目" name="item" />
                  <ChoiceField label="向き" name="direction" type="radio" options={DIRECTIONS} />
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
