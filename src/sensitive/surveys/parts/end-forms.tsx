import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";

/** What ends a survey, follows it, and lets go of what was kept long enough. */
export const EndForms = ({
  can,
  past,
  next,
  once,
  fresh,
  answer,
}: {
  can: Readonly<Record<string, boolean>>;
  past: boolean;
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
        <CommandForm command="survey.close" submit="調査を終了する" kind="danger" {...{ answer, once }} />
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
        <CommandForm command="survey.forget" answer={answer} submit="名簿と回答を削除する" kind="danger" />
      </Section>
    ) : null}
  </>
);
