import type { Answers, AskedQuestion, Facts, Score, Spoken } from "./act.schema.ts";
import type { Answer, SizeClass, Tier } from "./act-lists.schema.ts";
import type { NextStep, Question } from "./bank.schema.ts";

export const sizeClassOf = (workers: number): SizeClass =>
  workers < 5 ? "1-4" : workers < 10 ? "5-9" : workers < 30 ? "10-29" : workers < 50 ? "30-49" : "50+";

/** Whether a question applies: a rule of the bank says so, never who answers. */
export function applies({ when = {} }: Pick<Question, "when">, facts: Facts): boolean {
  const workers = facts.workers ?? 0;
  return (
    (when.least === undefined || workers >= when.least) &&
    (when.most === undefined || workers <= when.most) &&
    (!when.canteen || facts.canteen) &&
    (!when.hired || facts.hired) &&
    (!when.leads || facts.leads) &&
    (!when.industries || when.industries.includes(facts.industry)) &&
    (!when.bodies || when.bodies.some((body) => body === facts.body))
  );
}

/** How well a question fits: what was made for the trade first, then what was made for the size. */
const closeness = ({ fits, when }: Question, { industry }: Facts): number =>
  (fits?.includes(industry) ? 2 : 0) + (when?.least !== undefined || when?.most !== undefined ? 1 : 0);

/** The questions of a tier: those that fit most first, those that don't apply at the end. */
export function questionsFor(bank: readonly Question[], tier: Tier, facts: Facts): readonly AskedQuestion[] {
  const own = bank.filter((one) => one.tier === tier);
  return own
    .map((one) => ({ ...one, applies: applies(one, facts) }))
    .toSorted((a, b) => Number(b.applies) - Number(a.applies) || closeness(b, facts) - closeness(a, facts));
}

const WORTH: Readonly<Record<Answer, number>> = { yes: 2, partly: 1, no: 0 };

/** Of what applies, how much is done; a question counts two, one that is partly done one. Null where nothing applies. */
export function scoreOf(questions: readonly AskedQuestion[], answers: Answers): Score | null {
  const own = questions.filter((one) => one.applies);
  if (own.length === 0) return null;
  const met = own.reduce((sum, { key }) => sum + (answers[key] ? WORTH[answers[key].said] : 0), 0);
  return { met, base: own.length * 2 };
}

/** How much of the way from the first check to everything is gone; 1 where all was done from the start. */
export function progressOf(first: Score, now: Score): number {
  const [from, to] = [first.met / first.base, now.met / now.base];
  return from === 1 ? 1 : (to - from) / (1 - from);
}

/**
 * What a question asks about, as something to do. The words are the bank's, also for checks that were asked before it had
 * them; of an area's own question 〜しています becomes 〜する.
 */
export function toDoOf(
  question: Pick<Question, "key" | "ja" | "en" | "toDo">,
  bank: readonly Question[],
  language: Spoken,
): string {
  const { toDo } = question.toDo ? question : (bank.find(({ key }) => key === question.key) ?? {});
  return toDo?.[language] ?? question[language].replace(/しています(?=。?$)/, "する");
}

/** The step as it can be taken here: what a module that is not there would do becomes a request, or an own act. */
export function nextOf(next: NextStep, isThere: (kind: NextStep["kind"]) => boolean): NextStep {
  if (isThere(next.kind)) return next;
  const { wish, topic } = next;
  return wish ? { kind: "request", need: "talk", wish, ...(topic ? { topic } : {}) } : { kind: "own" };
}

/** From so many answers on a spread is shown: of fewer, everybody at the workplace knows who said what. */
export const LEAST_VOICES = 3;

/** How many of those who answer together said what, never an average; null where too few said anything. */
export function spreadOf(voices: readonly Readonly<Record<string, Answer>>[], key: string) {
  const said = voices.flatMap((voice) => voice[key] ?? []);
  if (said.length < LEAST_VOICES) return null;
  const of = (answer: Answer) => said.filter((one) => one === answer).length;
  return { yes: of("yes"), partly: of("partly"), no: of("no"), agreed: new Set(said).size === 1 };
}

/** Where a step leads, filled in. `key` makes of the form that it opens the same request, however often it is sent. */
export function addressOf(
  next: NextStep,
  {
    slug,
    key,
    workers,
    addresses,
  }: Readonly<{
    slug: string;
    key: string | null;
    workers: number | null;
    addresses: Readonly<Record<string, Readonly<{ to: string }>>>;
  }>,
): string | undefined {
  const query = (values: Readonly<Record<string, string | undefined>>) =>
    `?${new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  const here = `/areas/${slug}`;
  if (next.kind === "request")
    return `${here}/ask${query({
      need: next.need,
      wanted: next.wanted,
      wish: next.wish,
      topics: next.topic,
      size: workers === null ? undefined : String(workers),
      once: key ?? undefined,
    })}`;
  if (next.kind === "leaflet") return `${here}/materials${query({ theme: next.theme })}`;
  if (next.kind === "entry") return `${here}/directory${query({ topic: next.topic })}`;
  return addresses[next.kind]?.to.replace("{area}", slug);
}
