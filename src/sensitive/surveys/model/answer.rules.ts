import { readNumber } from "#platform/kernel/typed.ts";
import { isAsked, otherName, rowName, standing, wordsIn } from "./questionnaire.rules.ts";
import type { Answered, Answers, Choice, Question, Questionnaire } from "./questionnaire.schema.ts";

type Sent = Readonly<Record<string, unknown>>;
export type ReadAnswers = Readonly<{
  answers: Answers;
  errors: Readonly<Record<string, readonly string[]>>;
}>;

/** What is said of an answer that can't be read, in the language of the form. */
const SAYS = {
  ja: {
    must: "この質問は、必ずお答えください。",
    number: "数字で入力してください。",
    month: "2026-04 のように、年と月を入力してください。",
    none: "「あてはまるものはない」を選んだときは、ほかを選べません。",
    within: (least: number, most: number) => `${least}から${most}までの数を入力してください。`,
    decimals: (n: number) => (n === 0 ? "整数で入力してください。" : `小数は${n}桁までにしてください。`),
  },
  easy: {
    must: "ここは かならず こたえて ください。",
    number: "すうじを かいて ください。",
    month: "2026-04 のように かいて ください。",
    none: "「ない」を えらんだときは、ほかを えらべません。",
    within: (least: number, most: number) => `${least}から ${most}までの すうじを かいて ください。`,
    decimals: (n: number) =>
      n === 0 ? "1、2、3 のような すうじを かいて ください。" : `「.」の あとは ${n}つまでです。`,
  },
  en: {
    must: "Please answer this question.",
    number: "Please write a number.",
    month: "Please write year and month, such as 2026-04.",
    none: "With “none of these” nothing else can be chosen.",
    within: (least: number, most: number) => `Please write a number from ${least} to ${most}.`,
    decimals: (n: number) =>
      n === 0 ? "Please write a whole number." : `Please write at most ${n} decimal places.`,
  },
} as const;
const saysIn = (language: string) => (language === "ja" || language === "easy" ? SAYS[language] : SAYS.en);

/**
 * Reads what a form sent. What was not asked, by a branch, is left out whatever was sent for it; what is blank is left
 * out too and is only wrong where the question must be answered.
 */
export function readAnswers(form: Questionnaire, sent: Sent, language = "ja"): ReadAnswers {
  const answers: Record<string, Answered> = {};
  const errors: Record<string, string[]> = {};
  const say = saysIn(language);
  const wrong = (name: string, sentence: string) => {
    errors[name] = [sentence];
  };
  for (const question of form.questions) {
    if (!isAsked(question, form, answers)) continue;
    const names =
      question.kind === "grid"
        ? standing(question.rows).map(({ id }) => rowName(question.id, id))
        : [question.id];
    for (const name of names) {
      const read = readOne(question, sent[name], say);
      if (read.error) wrong(name, read.error);
      if (read.value !== undefined) answers[name] = read.value;
      else if (question.must && !read.error) wrong(name, say.must);
    }
    const chosen = [answers[question.id] ?? []].flat().map(String);
    const other = standing(question.choices).find((one) => one.other);
    const said = textOf(sent[otherName(question.id)]);
    if (other && chosen.includes(other.id) && said !== "") answers[otherName(question.id)] = said;
  }
  return { answers, errors };
}

const LONGEST = 1000;
const textOf = (sent: unknown) =>
  String([sent ?? ""].flat()[0] ?? "")
    .normalize("NFC")
    .trim()
    .slice(0, LONGEST);

function readOne(
  question: Question,
  sent: unknown,
  say: (typeof SAYS)[keyof typeof SAYS],
): { value?: Answered; error?: string } {
  const known = new Set(standing(question.choices).map(({ id }) => id));
  const chosen = [sent ?? []]
    .flat()
    .map(String)
    .filter((one) => known.has(one));
  switch (question.kind) {
    case "single":
    case "scale":
    case "grid":
      return chosen.length === 1 ? { value: chosen[0]! } : {};
    case "multiple": {
      const none = question.choices.find((one) => one.none && chosen.includes(one.id));
      if (none && chosen.length > 1) return { error: say.none };
      return chosen.length > 0 ? { value: [...new Set(chosen)] } : {};
    }
    case "number": {
      const typed = textOf(sent);
      if (typed === "") return {};
      const value = readNumber(typed, [question.unit ?? ""]);
      if (typeof value !== "number" || !Number.isFinite(value)) return { error: say.number };
      const { least = 0, most = 1e9, decimals = 0 } = question;
      if (value < least || value > most) return { error: say.within(least, most) };
      if (Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-6)
        return { error: say.decimals(decimals) };
      return { value };
    }
    case "month": {
      const typed = textOf(sent).normalize("NFKC").replaceAll("/", "-");
      if (typed === "") return {};
      return /^(19|20)\d{2}-(0?[1-9]|1[0-2])$/.test(typed)
        ? { value: typed.replace(/-(\d)$/, "-0$1") }
        : { error: say.month };
    }
    case "text": {
      const value = textOf(sent);
      return value === "" ? {} : { value };
    }
  }
}

/** Complete where all that had to be answered was, and half of all that was asked. */
export function completeness(form: Questionnaire, answers: Answers): "complete" | "partial" {
  const asked = form.questions.filter((one) => isAsked(one, form, answers));
  const isAnswered = (one: Question) =>
    one.kind === "grid"
      ? standing(one.rows).some(({ id }) => answers[rowName(one.id, id)] !== undefined)
      : answers[one.id] !== undefined;
  const answered = asked.filter(isAnswered);
  const must = asked.every((one) => !one.must || isAnswered(one));
  return must && answered.length * 2 >= asked.length ? "complete" : "partial";
}

/** What was keyed from paper: the printed number of a choice, several with a space or comma between. Null: can't be read. */
export function readKeyed(question: Question, typed: string): Answered | undefined | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return undefined;
  if (question.kind === "text") return text;
  if (question.kind === "number" || question.kind === "month") {
    const { value, error } = readOne(question, text, SAYS.ja);
    return error ? null : value;
  }
  const shown = standing(question.choices);
  const numbers = text.split(/[\s,.、・+]+/).map(Number);
  const ids = numbers.map((one) => shown[one - 1]?.id);
  if (ids.some((id) => id === undefined)) return null;
  if (question.kind === "multiple") {
    const { value, error } = readOne(question, ids, SAYS.ja);
    return error ? null : value;
  }
  return ids.length === 1 ? ids[0]! : null;
}

/** An answer as a person reads it. */
export function answerInWords(question: Question, answer: Answered | undefined, language = "ja"): string {
  if (answer === undefined) return "";
  const named = (id: string, among: readonly Choice[]) => {
    const found = among.find((one) => one.id === id);
    return found ? wordsIn(found.label, language) : id;
  };
  if (question.kind === "number") return `${answer}${question.unit ?? ""}`;
  if (question.kind === "text" || question.kind === "month") return String(answer);
  return [answer]
    .flat()
    .map((id) => named(String(id), question.choices))
    .join("、");
}
