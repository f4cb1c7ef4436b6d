import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readQuestion, saveQuestion } from "../design/question.commands.server.ts";
import { QUESTION_WORDS } from "../model/survey.messages.ts";
import { Hidden } from "../parts/hidden-field.tsx";
import type { Route } from "./+types/survey-question";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await readQuestion(app, actor, params));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, params);
  return answerForm(request, [
    on(saveQuestion, () => `/offices/${params.organisation}/surveys/${params.survey}#questions`),
  ]);
}

const LABELS = {
  kind: "形式",
  block: "グループ",
  ja: "質問文",
  easy: "やさしい日本語",
  en: "英語",
  note: "補足",
  unit: "単位",
  decimals: "小数の桁数",
  most: "最大値",
  must: "必須",
  onlyQuestion: "分岐の元の質問",
  onlyChoices: "この質問をする選択肢の番号",
  another: "意味の変更",
};
const field = labelled(LABELS);
const KINDS = Object.entries(QUESTION_WORDS).map(([value, label]) => ({ value, label }));
const MARKS = [
  { value: "none", label: "あてはまるものはない" },
  { value: "other", label: "その他（内容を記入）" },
];

export default function SurveyQuestion({ loaderData, actionData }: Route.ComponentProps) {
  const { form, survey, isNew, before, choices, rows, credit } = loaderData;
  return (
    <>
      <PageHead title={isNew ? "質問の作成" : "質問の編集"} lead={survey.title} />
      {credit ? (
        <Notice title="公表された質問です。文言を変更すると、ほかの調査の結果と比較できなくなります。">
          {credit}
        </Notice>
      ) : null}
      <CommandForm
        command="question.save"
        answer={actionData}
        {...form}
        submit="保存する"
        labels={{ ...LABELS, choices: "選択肢", rows: "行" }}
      >
        <SelectField {...field("kind")} options={KINDS} />
        <TextArea {...field("ja")} rows={2} />
        <TextField
          {...field("block")}
          optional
          hint="同じグループの質問は、回答画面の1ページにまとめて表示します。"
        />
        <RowsField
          name="choices"
          label="選択肢"
          first={Math.max(2, choices)}
          most={30}
          hint="番号は順番に付きます。文言を修正しても同じ選択肢として扱います。"
        >
          {(at) => (
            <>
              <Hidden name={at("id")} />
              <TextField label="文言" name={at("ja")} optional unmarked />
              <TextField label="やさしい日本語" name={at("easy")} optional unmarked />
              <TextField label="英語" name={at("en")} optional unmarked />
              <SelectField
                label="選択肢の種別"
                name={at("mark")}
                empty="通常"
                optional
                unmarked
                options={MARKS}
              />
            </>
          )}
        </RowsField>
        <Fold summary="表の行" open={rows > 0}>
          <RowsField name="rows" label="行" first={Math.max(1, rows)} most={30}>
            {(at) => (
              <>
                <Hidden name={at("id")} />
                <TextField label="文言" name={at("ja")} optional unmarked />
                <TextField label="やさしい日本語" name={at("easy")} optional unmarked />
                <TextField label="英語" name={at("en")} optional unmarked />
              </>
            )}
          </RowsField>
        </Fold>
        <Fold summary="数値・補足・ほかの言語" open={form.values.unit !== "" || form.values.easy !== ""}>
          <TextField {...field("easy")} optional />
          <TextField {...field("en")} optional />
          <TextField {...field("note")} optional />
          <TextField {...field("unit")} optional />
          <CountField {...field("decimals")} optional />
          <CountField {...field("most")} optional />
        </Fold>
        <ChoiceField
          {...field("must")}
          type="checkbox"
          options={[{ value: "true", label: "必ず回答する質問とする" }]}
        />
        <Fold summary="分岐" open={form.values.onlyQuestion !== ""}>
          <SelectField {...field("onlyQuestion")} empty="全員に質問する" optional options={before} />
          <TextField {...field("onlyChoices")} optional hint="例　1、3" />
        </Fold>
        {isNew ? null : (
          <ChoiceField
            {...field("another")}
            type="checkbox"
            hint="言い回しの修正だけの場合は、選択しないでください。選択すると、前回の結果とは比較しません。"
            options={[{ value: "true", label: "意味が変わるため、別の質問として扱う" }]}
          />
        )}
      </CommandForm>
    </>
  );
}
