import { ChartSvg } from "#ui/charts/chart.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { presentTable } from "../results/result.present.ts";
import { ownAnswer } from "./own-answer.tsx";

type Shown = ReturnType<typeof presentTable> &
  Readonly<{
    waves: readonly string[];
    chart: Readonly<{ title: string; wide: string; narrow: string }> | undefined;
  }>;

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
  const own = ownAnswer(answer, "finding.freeze", "table", table.key);
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
      {table.chart ? (
        <figure className="my-4">
          <figcaption className="text-dns-14N-130">{table.chart.title}（％）</figcaption>
          <ChartSvg wide={table.chart.wide} narrow={table.chart.narrow} />
        </figure>
      ) : null}
      {table.weighted.length > 0 ? <p>抽出の重みを付けた割合：{table.weighted.join("、")}</p> : null}
      {table.test ? <p>{table.test}</p> : null}
      {table.waves.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Folded summary="主な結果として登録する" open={own !== undefined}>
        <CommandForm
          command="finding.freeze"
          answer={own}
          once={`${once.slice(0, -8)}${hashOf(table.key)}`}
          submit="登録する"
          kind="secondary"
          label={table.title}
        >
          <input type="hidden" name="table" value={table.key} />
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
    lead="対象は、回答と無回答の合計です。非該当は、分岐により質問の対象外となった数です。"
  >
    <CountTable
      caption="質問ごとの回答の数"
      head="質問"
      columns={["対象", "回答", "無回答", "非該当"]}
      rows={four.map((one) => ({
        label: one.label,
        cells: [one.shown, one.answered, one.blank, one.notShown].map((value) =>
          value.toLocaleString("ja-JP"),
        ),
      }))}
    />
  </Section>
);

type Numbers = Readonly<{ label: string; unit: string; count: number; mean: number; median: number }>;
export const NumberTable = ({ numbers }: { numbers: readonly Numbers[] }) => (
  <Section title="数値の質問" lead="10件以上の回答がある質問の、平均と中央値です。">
    <CountTable
      caption="数値の質問"
      head="質問"
      columns={["回答", "平均", "中央値"]}
      rows={numbers.map((one) => ({
        label: one.unit ? `${one.label}（${one.unit}）` : one.label,
        cells: [one.count, one.mean, one.median].map((value) => value.toLocaleString("ja-JP")),
      }))}
    />
  </Section>
);
