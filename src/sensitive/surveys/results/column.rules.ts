import { isAsked, type Variable, variablesOf } from "../model/questionnaire.rules.ts";
import type { Answers, Question, Questionnaire } from "../model/questionnaire.schema.ts";

/**
 * Answers as columns: of each variable one code a person, in the order of nothing. 0 stands for not asked, 1 for blank;
 * a choice is 2 and its place among all choices that ever were, several are bits from the third on. A number is itself,
 * not asked and blank are the two infinities. So a table of a million answers reads as many bytes as it crosses.
 */
export type Column = Readonly<{ name: string; data: Uint8Array }>;
export type Shape = "one" | "many" | "number";

export const shapeOf = ({ kind }: Question): Shape =>
  kind === "multiple" ? "many" : kind === "number" ? "number" : "one";

export const NOT_ASKED = 0;
export const BLANK = 1;
export const FIRST_CHOICE = 2;
/** Whose answers belong together, and in which stratum a workplace is. */
export const CLUSTER = "--cluster";
export const STRATUM = "--stratum";

export type AnswerToCode = Readonly<{ answers: Answers; cluster: number; stratum: number }>;

export function columnsOf(form: Questionnaire, rows: readonly AnswerToCode[]): Column[] {
  const asked = new Map(
    form.questions.map((question) => [
      question.id,
      Uint8Array.from(rows, ({ answers }) => Number(isAskedEver(question, form, answers))),
    ]),
  );
  const columns = variablesOf(form).map((variable) => ({
    name: variable.name,
    data: bytesOf(encode(variable, rows, asked.get(variable.question.id)!)),
  }));
  return [
    ...columns,
    { name: CLUSTER, data: bytesOf(Int32Array.from(rows, ({ cluster }) => cluster)) },
    { name: STRATUM, data: bytesOf(Int32Array.from(rows, ({ stratum }) => stratum)) },
  ];
}

/** A question that was taken out meanwhile was asked of who answered it; themes are of who wrote something. */
const isAskedEver = (question: Question, form: Questionnaire, answers: Answers): boolean =>
  question.codes
    ? answers[question.codes] !== undefined
    : question.retired
      ? variablesOf({ questions: [question] }).some(({ name }) => answers[name] !== undefined)
      : isAsked(question, form, answers);

function encode({ name, question }: Variable, rows: readonly AnswerToCode[], asked: Uint8Array) {
  const places = new Map(question.choices.map(({ id }, at) => [id, at]));
  switch (shapeOf(question)) {
    case "number":
      return Float64Array.from(rows, ({ answers }, i) =>
        asked[i] ? (typeof answers[name] === "number" ? (answers[name] as number) : Infinity) : -Infinity,
      );
    case "many":
      return Uint32Array.from(rows, ({ answers }, i) => {
        if (!asked[i]) return 1;
        const chosen = [answers[name] ?? []].flat();
        if (chosen.length === 0) return 2;
        return (
          chosen.reduce<number>(
            (bits, id) => bits | (1 << (FIRST_CHOICE + (places.get(String(id)) ?? 0))),
            0,
          ) >>> 0
        );
      });
    case "one":
      return Uint8Array.from(rows, ({ answers }, i) => {
        if (!asked[i]) return NOT_ASKED;
        const answer = answers[name];
        if (answer === undefined) return BLANK;
        return FIRST_CHOICE + (places.get(String(answer)) ?? 0);
      });
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Int32Array | Float64Array) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

/** The bytes of a column on a boundary of their own, as wider numbers want them. */
const aligned = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;
export const asBits = (data: Uint8Array) => new Uint32Array(aligned(data));
export const asNumbers = (data: Uint8Array) => new Float64Array(aligned(data));
export const asPlaces = (data: Uint8Array) => new Int32Array(aligned(data));
