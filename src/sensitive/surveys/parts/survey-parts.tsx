import { CountTable } from "#ui/count-table.tsx";
import { ChoiceField, labelled, TextArea, TextField } from "#ui/field.tsx";
import { DayField, FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";

type Work = Readonly<{
  frame: number;
  sampled: number;
  dispositions: Readonly<
    Record<"complete" | "partial" | "refused" | "undeliverable" | "closed" | "noReply", number>
  >;
  shown: readonly string[];
  compared: readonly Readonly<{ group: string; frame: number; answered: number }>[];
}>;
const WORDS = {
  complete: "回答済み",
  partial: "一部回答",
  refused: "拒否",
  undeliverable: "宛先不明",
  closed: "廃業・移転",
  noReply: "回答なし",
} as const;

/** How the field work stands, and how those who answered compare with the frame. */
export function FieldWork({ work }: { work: Work }) {
  const number = (value: number) => value.toLocaleString("ja-JP");
  return (
    <Section title="実施状況" id="work">
      <Facts
        items={[
          { name: "名簿", value: `${number(work.frame)}件（抽出 ${number(work.sampled)}件）` },
          ...Object.entries(WORDS).map(([key, name]) => ({
            name,
            value: number(work.dispositions[key as keyof typeof WORDS]),
          })),
          { name: "回答率", value: work.shown.join("、") || "―" },
        ]}
      />
      {work.compared.length > 0 ? (
        <CountTable
          caption="回答した事業所と名簿の比較（規模、％）"
          head="規模"
          columns={["名簿", "回答", "差"]}
          rows={work.compared.map(({ group, frame, answered }) => ({
            label: group,
            cells: [frame.toFixed(1), answered.toFixed(1), (answered - frame).toFixed(1)],
          }))}
        />
      ) : null}
    </Section>
  );
}

const LABELS = {
  title: "調査名",
  fiscalYear: "年度",
  lead: "依頼文",
  sender: "差出人・問い合わせ先",
  closesOn: "回答期限",
  anonymous: "匿名",
  shared: "作業部会",
  tables: "集計表",
};
const field = labelled(LABELS);
const TICK = { value: "true" };

export function Settings({
  form,
  survey,
  answer,
}: {
  form: Readonly<{ values: Readonly<Record<string, string>>; seen: string }>;
  survey: Readonly<{ id: string; kind: string }>;
  answer: unknown;
}) {
  return (
    <Section title="設定">
      <CommandForm
        command="survey.save"
        answer={answer}
        values={form.values}
        seen={form.seen}
        submit="保存する"
        labels={LABELS}
      >
        <TextField {...field("title")} />
        <FiscalYearField {...field("fiscalYear")} />
        <TextArea {...field("lead")} optional hint="依頼状と回答画面の最初に表示します。" />
        <TextArea {...field("sender")} optional rows={2} />
        <DayField {...field("closesOn")} optional />
        {survey.kind === "workplace" ? (
          <ChoiceField
            {...field("anonymous")}
            type="checkbox"
            hint="最初の回答を受け付けた後は、変更できません。"
            options={[{ ...TICK, label: "事業所が分からない形で回答を受け付ける" }]}
          />
        ) : null}
        <ChoiceField
          {...field("shared")}
          type="checkbox"
          options={[{ ...TICK, label: "作業部会の委員に案を公開し、意見を受け付ける" }]}
        />
        <TextArea
          {...field("tables")}
          optional
          rows={6}
          hint="1行に1つ。質問の記号を入力します。例　action × size（規模別に取組を集計）"
        />
      </CommandForm>
    </Section>
  );
}
