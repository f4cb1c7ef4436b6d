import { z } from "zod";
import {
  choice,
  count,
  day,
  fiscalYear,
  longText,
  rows,
  text,
  withRows,
} from "#platform/kernel/form-fields.ts";
import type { Choice, Question } from "../model/questionnaire.schema.ts";
import { QUESTION_KINDS } from "../model/questionnaire.schema.ts";
import { KINDS } from "../model/survey.schema.ts";

const ticked = z.preprocess((typed) => typed || undefined, z.stringbool().default(false));

export const NewSurveyInput = z.object({
  title: text("調査名"),
  kind: choice("調査の種類", KINDS),
  fiscalYear: fiscalYear("年度"),
  base: choice("もとにする調査票", ["workplace", "worker"], { optional: true }),
  partner: z
    .uuid()
    .optional()
    .or(z.literal("").transform(() => undefined)),
});

export const SurveyInput = z.object({
  title: text("調査名"),
  fiscalYear: fiscalYear("年度"),
  lead: longText("依頼文", { optional: true }),
  sender: longText("差出人・問い合わせ先", { optional: true, most: 500 }),
  closesOn: day("回答期限", { optional: true }),
  anonymous: ticked,
  shared: ticked,
  tables: longText("集計表", { optional: true, most: 4000 }),
});

const words = {
  ja: text("文言", { most: 300 }),
  easy: text("やさしい日本語", { most: 300, optional: true }),
  en: text("英語", { most: 300, optional: true }),
};
const id = z
  .string()
  .regex(/^[a-z0-9-]{0,60}$/)
  .default("");
const row = z.object({ id, ...words });
export const ThemesInput = withRows(z.object({ themes: rows("分類", row, { by: "ja", most: 20 }) }));

/** A question as its form shows it. A choice without an id is a new one. */
export const QuestionInput = withRows(
  z.object({
    kind: choice("形式", QUESTION_KINDS),
    block: text("グループ", { most: 100, optional: true }),
    ja: text("質問文", { most: 500 }),
    easy: text("やさしい日本語", { most: 500, optional: true }),
    en: text("英語", { most: 500, optional: true }),
    note: text("補足", { most: 500, optional: true }),
    choices: rows(
      "選択肢",
      row.extend({ mark: choice("選択肢の種別", ["none", "other"], { optional: true }) }),
      {
        by: "ja",
        most: 30,
      },
    ),
    rows: rows("行", row, { by: "ja", most: 30 }),
    unit: text("単位", { most: 20, optional: true }),
    decimals: count("小数の桁数", { optional: true, most: 4 }),
    most: count("最大値", { optional: true }),
    must: ticked,
    onlyQuestion: id,
    onlyChoices: text("選択肢の番号", { most: 100, optional: true }),
    /** Its meaning changes: from here on it is another question. */
    another: ticked,
  }),
);
export type QuestionInput = z.output<typeof QuestionInput>;

/** The ids of choices: those that are there keep theirs, also where a form was sent that did not know them yet. */
export function choicesOf(given: readonly z.output<typeof row>[], before: readonly Choice[], sign: string) {
  let last = Math.max(0, ...before.map((one) => Number(one.id.slice(1)) || 0));
  return given.map((one): Choice => {
    const isSame = (old: Choice) =>
      one.id === "" ? !old.retired && old.label.ja === one.ja : old.id === one.id;
    const known = before.find(isSame);
    const mark = "mark" in one ? one.mark : null;
    return {
      id: known?.id ?? `${sign}${++last}`,
      label: wordsOf(one, known?.label),
      ...(mark === "none" ? { none: true } : {}),
      ...(mark === "other" ? { other: true } : {}),
    };
  });
}

/** The words that were typed, with those of further languages that are there (`question.translate`). */
const wordsOf = (
  { ja, easy, en }: Readonly<{ ja: string; easy: string; en: string }>,
  { ja: _ja, easy: _easy, en: _en, ...further }: Choice["label"] = { ja },
): Choice["label"] => ({
  ...further,
  ja,
  ...(easy ? { easy } : {}),
  ...(en ? { en } : {}),
});

const WITH_CHOICES = new Set(["single", "multiple", "scale", "grid"]);

/** The question that a form describes, over what stood there. */
export function questionOf(
  typed: QuestionInput,
  questionId: string,
  before: Question | undefined,
  all: readonly Question[],
): Question {
  const above = all.find((one) => one.id === typed.onlyQuestion);
  const shown = above?.choices.filter(({ retired }) => !retired) ?? [];
  const chosen = typed.onlyChoices
    .normalize("NFKC")
    .split(/[^\d]+/)
    .flatMap((one) => shown[Number(one) - 1]?.id ?? []);
  return {
    id: questionId,
    kind: typed.kind,
    block: typed.block,
    text: wordsOf(typed, before?.text),
    ...(typed.note ? { note: { ...before?.note, ja: typed.note } } : {}),
    choices: WITH_CHOICES.has(typed.kind) ? choicesOf(typed.choices, before?.choices ?? [], "c") : [],
    rows: typed.kind === "grid" ? choicesOf(typed.rows, before?.rows ?? [], "r") : [],
    ...(typed.unit ? { unit: typed.unit } : {}),
    ...(typed.decimals === null ? {} : { decimals: typed.decimals }),
    ...(before?.least === undefined ? {} : { least: before.least }),
    ...(typed.most === null ? {} : { most: typed.most }),
    ...(typed.must ? { must: true } : {}),
    ...(typed.onlyQuestion ? { only: { question: typed.onlyQuestion, choices: chosen } } : {}),
    ...(before?.credit ? { credit: before.credit } : {}),
    ...(before?.scale ? { scale: before.scale } : {}),
  };
}

/** What is wrong with a question as it stands, beside its field. */
export function questionProblems(question: Question): Readonly<Record<string, string[]>> | undefined {
  if (WITH_CHOICES.has(question.kind) && question.choices.length < 2)
    return { choices: ["選択肢を2つ以上入力してください。"] };
  if (question.kind === "grid" && question.rows.length === 0)
    return { rows: ["行を1つ以上入力してください。"] };
  if (question.kind === "multiple" && !question.choices.some(({ none }) => none))
    return {
      choices: ["複数選択には「あてはまるものはない」の選択肢を追加し、「選択肢の種別」で指定してください。"],
    };
  return undefined;
}
