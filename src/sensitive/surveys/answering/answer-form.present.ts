import { isScreened, type ShownQuestion, shownQuestions } from "../design/survey.present.ts";
import { blocksOf } from "../model/questionnaire.rules.ts";
import type { Answers, Questionnaire } from "../model/questionnaire.schema.ts";
import { answeringIn } from "../model/survey.messages.ts";

/** What the page of a form shows; plain data, from which the page itself asks which branch is open. */
export function presentForm(
  {
    form,
    title,
    lead,
    sender,
    anonymous,
  }: Readonly<{ form: Questionnaire; title: string; lead: string; sender: string; anonymous: boolean }>,
  {
    code,
    lang,
    readings,
    hotlines,
    whole,
    otherWay,
  }: Readonly<{
    code: string;
    lang: string;
    whole: boolean;
    otherWay: string;
    readings: readonly Readonly<{ name: string; lang: string; to: string; here: boolean }>[];
    hotlines: readonly Readonly<{ name: string; number: string; hours: string }>[];
  }>,
  answers: Answers = {},
) {
  const questions = shownQuestions(form, code);
  const named = new Map(questions.map((one) => [one.id, one]));
  return {
    ...{
      title,
      lead: code === "ja" ? lead : "",
      sender,
      anonymous,
      lang,
      readings,
      hotlines,
      code,
      whole,
      otherWay,
    },
    language: (lang === "ja" ? "ja" : "en") as "ja" | "en",
    words: answeringIn(code),
    screened: isScreened(form),
    blocks: blocksOf(form).map((block) => ({
      title: code === "ja" ? block.title : "",
      questions: block.questions.map(({ id }) => named.get(id)!),
    })),
    labels: Object.fromEntries(questions.flatMap(labelsOf)),
    options: Object.fromEntries(questions.flatMap(optionsOf)),
    values: Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, [answer].flat().join(" ")]),
    ),
    /** Forms with branches alone, so that little is sent. */
    branches: form.questions.map(({ id, only, retired }) => ({
      id,
      only: only ?? null,
      retired: retired ?? false,
    })),
  };
}

const labelsOf = (one: ShownQuestion): [string, string][] =>
  one.kind === "grid"
    ? one.rows.map((row) => [`${one.id}--${row.id}`, row.label])
    : [
        [one.id, `${one.number}. ${one.text}`],
        [`${one.id}--other`, "…"],
      ];
const optionsOf = (one: ShownQuestion): [string, { value: string; label: string }[]][] => {
  const options = one.choices.map(({ id, label }) => ({ value: id, label }));
  return (one.kind === "grid" ? one.rows.map((row) => `${one.id}--${row.id}`) : [one.id]).map((name) => [
    name,
    options,
  ]);
};
