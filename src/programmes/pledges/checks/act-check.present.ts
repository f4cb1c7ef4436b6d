import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { ANSWER_NAMES, SIZE_NAMES, STEP_BUTTONS, TIER_NAMES } from "../model/act.messages.ts";
import { addressOf, nextOf, progressOf, spreadOf, toDoOf } from "../model/act.rules.ts";
import type { ActCheck, ActStep, AskedQuestion, Spoken } from "../model/act.schema.ts";
import type { Answer } from "../model/act-lists.schema.ts";
import { BANK, type NextStep } from "../model/bank.schema.ts";
import { RESULT } from "../model/result.messages.ts";
import { offers } from "./step-offer.rules.ts";

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/** How far a request has come that a step led to. */
export type Followed = Readonly<{ number: string; held: boolean }>;

export type CheckParts = Readonly<{
  check: ActCheck;
  steps: readonly ActStep[];
  followed: ReadonlyMap<string, Followed>;
  voices: readonly Readonly<Record<string, Answer>>[];
  alike: Readonly<{ checks: number; met: number; base: number }> | undefined;
  slug: string;
  modules: readonly string[];
}>;

/** What the law says of a step, with its date. */
function lawOf({ law, due }: NextStep, language: Spoken): string | null {
  if (!law) return null;
  return due ? RESULT[language].lawFrom(law, showDay(due as PlainDate, language)) : RESULT[language].law(law);
}
const showDay = (day: PlainDate, language: Spoken) => (language === "ja" ? showDateJa(day) : day);

/** The one next step of a question, and how far it has come. */
function stepOf(question: AskedQuestion, parts: CheckParts) {
  const { check, steps, followed, slug, modules } = parts;
  const { language } = check;
  const next = nextOf(question.next, offers(modules));
  const step = steps.find((one) => one.question === question.key);
  const request = step?.requestKey ? followed.get(step.requestKey) : undefined;
  const key = step?.requestKey ?? null;
  const filled = { slug, key, workers: check.facts.workers, addresses: BANK.addresses };
  const isDone = step?.state === "done" || (step?.state === "taken" && request?.held === true);
  return {
    kind: next.kind,
    button: STEP_BUTTONS[language][next.kind],
    asksDay: next.kind === "own" || next.kind === "duty",
    needsDay: next.kind === "own",
    law: lawOf(next, language),
    state: isDone ? ("done" as const) : (step?.state ?? ("open" as const)),
    day: step?.onDay ? showDay(step.onDay, language) : null,
    number: request?.number ?? null,
    to: step?.state === "taken" && !request ? (addressOf(next, filled) ?? null) : null,
  };
}

/** A check as whoever made it sees it: what could be done next first, each with its one step. */
export function checkView(parts: CheckParts) {
  const { check, voices, alike } = parts;
  const { language, questions, answers } = check;
  const items = questions.map((question) => {
    const said = answers[question.key]?.said ?? null;
    const step = stepOf(question, parts);
    return {
      key: question.key,
      text: question[language],
      toDo: toDoOf(question, BANK.questions, language),
      applies: question.applies,
      said,
      saidName: said && ANSWER_NAMES[language][said],
      step,
      again: question.applies && said !== "yes" && step.state === "done",
      spread: question.applies ? spreadOf(voices, question.key) : null,
    };
  });
  const { met, base, first } = check;
  const open = items.filter(({ applies, said }) => applies && said !== "yes");
  const isToDo = ({ said, step }: (typeof items)[number]) => said !== null || step.state !== "open";
  return {
    ...{ id: check.id, tier: check.tier, language, edition: check.edition, fiscalYear: check.fiscalYear },
    tierName: TIER_NAMES[language][check.tier],
    score: base ? { percent: percent(met ?? 0, base), questions: base / 2 } : null,
    unanswered: check.unanswered,
    alike:
      alike && check.sizeClass
        ? {
            size: SIZE_NAMES[language][check.sizeClass],
            checks: alike.checks,
            percent: percent(alike.met, alike.base),
          }
        : null,
    progress:
      first && base && check.unanswered === 0
        ? Math.round(100 * progressOf(first, { met: met ?? 0, base }))
        : null,
    todo: open.filter(isToDo),
    notAnswered: open.filter((item) => !isToDo(item)),
    done: items.filter(({ applies, said }) => applies && said === "yes"),
    notAsked: items.filter(({ applies }) => !applies).map(({ key, text }) => ({ key, text })),
    voices: voices.length,
  };
}
export type CheckView = ReturnType<typeof checkView>;
