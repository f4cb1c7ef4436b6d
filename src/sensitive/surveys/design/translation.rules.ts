import { standing } from "../model/questionnaire.rules.ts";
import type { Choice, Question, Questionnaire, Words } from "../model/questionnaire.schema.ts";

/** A text of a form that can be put into another language, under the name of its field. */
export type TranslatedText = Readonly<{ name: string; words: Words }>;

const partsOf = ({ id, text, note, choices, rows }: Question): TranslatedText[] => [
  { name: `${id}--text`, words: text },
  ...(note ? [{ name: `${id}--note`, words: note }] : []),
  ...standing(rows).map((one) => ({ name: `${id}--row--${one.id}`, words: one.label })),
  ...standing(choices).map((one) => ({ name: `${id}--choice--${one.id}`, words: one.label })),
];

export const textsToTranslate = ({ questions }: Questionnaire): TranslatedText[] =>
  standing(questions).flatMap(partsOf);

export const translationValues = (form: Questionnaire, language: string): Record<string, string> =>
  Object.fromEntries(textsToTranslate(form).map(({ name, words }) => [name, words[language] ?? ""]));

/** The form with these texts in a language; what is empty falls back on Japanese again. Ids and Japanese stay. */
export function translated(
  form: Questionnaire,
  language: string,
  texts: Readonly<Record<string, string>>,
): Questionnaire {
  const put = (words: Choice["label"], name: string): Choice["label"] => {
    const typed = texts[name];
    if (typed === undefined) return words;
    const { [language]: _, ...others } = words;
    return { ...others, ja: words.ja, ...(typed ? { [language]: typed } : {}) };
  };
  const each = (all: readonly Choice[], prefix: string) =>
    all.map((one) => ({ ...one, label: put(one.label, `${prefix}--${one.id}`) }));
  return {
    questions: form.questions.map((one) => ({
      ...one,
      text: put(one.text, `${one.id}--text`),
      ...(one.note ? { note: put(one.note, `${one.id}--note`) } : {}),
      rows: each(one.rows, `${one.id}--row`),
      choices: each(one.choices, `${one.id}--choice`),
    })),
  };
}
