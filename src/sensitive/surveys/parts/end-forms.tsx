import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";

/** What ends a survey, follows it, and lets go of what was kept long enough. */
export const EndForms = ({
  can,
  past,
  answers,
  next,
  once,
  fresh,
  answer,
}: {
  can: Readonly<Record<string, boolean>>;
  past: boolean;
  /** How many answers there are. */
  answers: number;
  next: string;
  once: string;
  fresh: string;
  answer: unknown;
}) => (
  <>
    {can.close ? (
      <Section
        title="調査を終了する"
        lead="終了すると、新しい回答は受け付けません。まだ使われていない回答用の番号は無効になります。"
      >
        <Removal
          open="調査を終了する"
          asks={`調査を終了します。現在の回答は${answers.toLocaleString("ja")}件です。まだ使われていない回答用の番号は無効になります。元に戻せません。`}
          command="survey.close"
          submit="終了する"
          busy="終了しています…"
          {...{ answer, once }}
        />
      </Section>
    ) : null}
    {can.copy ? (
      <Section title="次回の調査を作成する" lead="同じ質問で、翌年度の調査を作成します。前回と比較できます。">
        <CommandForm command="survey.copy" answer={answer} once={fresh} submit="次回の調査を作成する">
          <input type="hidden" name="as" value={next} />
        </CommandForm>
      </Section>
    ) : null}
    {can.forget && past ? (
      <Section
        title="名簿と回答を削除する"
        lead="保存期間の10年が過ぎました。集計表と主な結果は残ります。元に戻せません。"
      >
        <Removal
          open="名簿と回答を削除する"
          asks={`回答${answers.toLocaleString("ja")}件と、配布の名簿を削除します。元に戻せません。`}
          command="survey.forget"
          answer={answer}
        />
      </Section>
    ) : null}
  </>
);
