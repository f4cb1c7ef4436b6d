import type { Answers, Choice, Question, Questionnaire, Words } from "./questionnaire.schema.ts";

/** The words in a language, or in Japanese where nobody wrote them in it. */
export const wordsIn = (words: Words, language: string): string =>
  (words as Readonly<Record<string, string | undefined>>)[language] || words.ja;

export const standing = <T extends Readonly<{ retired?: boolean | undefined }>>(all: readonly T[]): T[] =>
  all.filter(({ retired }) => !retired);

/** What a question's own column of answers is called; a grid has one for each row, a multiple choice one for all. */
export const otherName = (variable: string): string => `${variable}--other`;
export const rowName = (question: string, row: string): string => `${question}--${row}`;

/** A column of answers: the question, and of a grid its row. */
export type Variable = Readonly<{ name: string; question: Question; row?: Choice }>;

/** Every column that ever was, in the order of the form. */
export const variablesOf = ({ questions }: Questionnaire): Variable[] =>
  questions.flatMap((question): Variable[] =>
    question.kind === "grid"
      ? question.rows.map((row) => ({ name: rowName(question.id, row.id), question, row }))
      : [{ name: question.id, question }],
  );

export const labelOf = ({ question, row }: Variable, language = "ja"): string =>
  row
    ? `${wordsIn(question.text, language)}：${wordsIn(row.label, language)}`
    : wordsIn(question.text, language);

/** Whether a question is asked of who answered so far as they did: forward branches alone. */
export function isAsked(question: Question, { questions }: Questionnaire, answers: Answers): boolean {
  if (question.retired) return false;
  const { only } = question;
  if (!only) return true;
  const before = questions.find(({ id }) => id === only.question);
  if (!before || !isAsked(before, { questions }, answers)) return false;
  const chosen = [answers[only.question] ?? []].flat().map(String);
  return only.choices.some((one) => chosen.includes(one));
}

/** What a branch can't be: it leads forward, from a question with choices, by choices that are there. */
export function branchProblem(question: Question, { questions }: Questionnaire): string | undefined {
  const { only } = question;
  if (!only) return undefined;
  const at = questions.findIndex(({ id }) => id === question.id);
  const before = standing(questions.slice(0, at < 0 ? undefined : at)).find(({ id }) => id === only.question);
  if (!before) return "分岐の元は、この質問より前の質問にしてください。";
  const known = standing(before.choices).map(({ id }) => id);
  if (only.choices.length === 0 || only.choices.some((one) => !known.includes(one)))
    return "分岐の元の質問にある選択肢を選択してください。";
  return undefined;
}

/**
 * A question with changed words keeps its ids. What another choice or kind makes of it is another question: it stands as
 * a new one, and the old one stays with its answers.
 */
export function withQuestion(form: Questionnaire, question: Question): Questionnaire {
  const at = form.questions.findIndex(({ id }) => id === question.id);
  if (at < 0) return { questions: [...form.questions, question] };
  const before = form.questions[at]!;
  const kept = (now: readonly Choice[], old: readonly Choice[]) => [
    ...now,
    ...old.filter(({ id }) => now.every((one) => one.id !== id)).map((one) => ({ ...one, retired: true })),
  ];
  const changed = {
    ...question,
    choices: inOldOrder(kept(question.choices, before.choices), before.choices),
    rows: inOldOrder(kept(question.rows, before.rows), before.rows),
  };
  return { questions: form.questions.with(at, changed) };
}

/** Choices that were there keep their places, so that a column of an export never moves. */
const inOldOrder = (now: readonly Choice[], old: readonly Choice[]): Choice[] => [
  ...old.flatMap(({ id }) => now.filter((one) => one.id === id)),
  ...now.filter(({ id }) => old.every((one) => one.id !== id)),
];

/** The question as another one in its place: a changed meaning is never compared with what was asked before. */
export function replaced(form: Questionnaire, id: string, question: Question): Questionnaire {
  const at = form.questions.findIndex((one) => one.id === id);
  if (at < 0) return form;
  return {
    questions: [
      ...form.questions.slice(0, at),
      { ...form.questions[at]!, retired: true },
      question,
      ...form.questions.slice(at + 1),
    ],
  };
}

export const withoutQuestion = (form: Questionnaire, id: string): Questionnaire => ({
  questions: form.questions.map((one) => (one.id === id ? { ...one, retired: true } : one)),
});

/** One place up; what it depends on stays before it. */
export function movedUp(form: Questionnaire, id: string): Questionnaire | undefined {
  const shown = standing(form.questions);
  const at = shown.findIndex((one) => one.id === id);
  if (at < 1) return undefined;
  const [one, above] = [shown[at]!, shown[at - 1]!];
  if (one.only?.question === above.id) return undefined;
  const rest = form.questions.filter(({ id: other }) => other !== id);
  const to = rest.findIndex(({ id: other }) => other === above.id);
  return { questions: rest.toSpliced(to, 0, one) };
}

/** The numbers that are printed before the questions: 問1, 問2 … as they stand. */
export const numbersOf = (form: Questionnaire): ReadonlyMap<string, number> =>
  new Map(standing(form.questions).map(({ id }, index) => [id, index + 1]));

/** The pages of the form: its blocks, in the order in which they come. */
export function blocksOf(form: Questionnaire): { title: string; questions: Question[] }[] {
  const blocks: { title: string; questions: Question[] }[] = [];
  for (const question of standing(form.questions)) {
    const last = blocks.at(-1);
    if (last && last.title === question.block) last.questions.push(question);
    else blocks.push({ title: question.block, questions: [question] });
  }
  return blocks;
}

/** The sentence that stands before a question that not all are asked: 問3で「1 はい」を選んだ方だけ. */
export function onlyWords(question: Question, form: Questionnaire, language = "ja"): string | undefined {
  const { only } = question;
  const before = only && form.questions.find(({ id }) => id === only.question);
  if (!only || !before) return undefined;
  const number = numbersOf(form).get(before.id);
  const shown = standing(before.choices);
  const named = only.choices.map((id) => {
    const at = shown.findIndex((one) => one.id === id);
    return at < 0 ? "" : `${at + 1} ${wordsIn(shown[at]!.label, language)}`;
  });
  if (language === "en") return `Only if question ${number} is: ${named.join(" / ")}`;
  if (language === "easy") return `問${number}で「${named.join("」か「")}」と こたえた 人だけ`;
  return `問${number}で「${named.join("」または「")}」と答えた方のみ`;
}
