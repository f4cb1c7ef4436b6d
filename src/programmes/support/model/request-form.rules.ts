import { formTexts } from "#platform/kernel/form-values.ts";
import type { FormValues } from "#platform/kernel/result.ts";
import type { Language } from "./offer.messages.ts";
import type { SupportRequest } from "./request.schema.ts";
import { NEED_TOPICS, NEEDS, PAGE } from "./request-form.messages.ts";
import { HOURS, OTHER_HOURS } from "./request-lists.schema.ts";

/** The language that an address asks for. */
export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");

/** What was sent of a form, name by name. */
export type Sent = Readonly<Record<string, unknown>>;

const ROWS = [1, 2, 3] as const;
/** An hour that suits most; a row without a day is no wish. */
const USUAL = HOURS[0];

export const textOf = (sent: Sent, name: string): string => {
  const value = sent[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** All that was chosen of a name: one comes as a text, several as a list. */
export const listOf = (sent: Sent, name: string): string[] =>
  [sent[name] ?? []].flat().filter((one): one is string => typeof one === "string");

/** The times of a form, as its three rows of a day and two hours tell them. */
export const timesOf = (sent: Sent): { day: string; from: string; to: string }[] =>
  ROWS.map((n) => {
    const hours = HOURS.find(({ part }) => part === textOf(sent, `part${n}`));
    return {
      day: textOf(sent, `day${n}`),
      from: hours?.from ?? (textOf(sent, `from${n}`) || USUAL.from),
      to: hours?.to ?? (textOf(sent, `to${n}`) || USUAL.to),
    };
  }).filter(({ day }) => day !== "");

/** What was tapped in the list of what can be had. */
export const wantedOffer = (wanted: string): string | undefined => after("offer:", wanted);
export const wantedService = (wanted: string): string | undefined => after("service:", wanted);
const after = (mark: string, wanted: string) =>
  wanted.startsWith(mark) ? wanted.slice(mark.length) : undefined;

/**
 * What a workplace that chose no subject asked for by the first question: its one subject, or, where it is not sure, that
 * it would like advice.
 */
export function withNeed(sent: Sent, language: Language): Sent {
  const need = NEEDS.find((one) => one === sent.need);
  if (!need || listOf(sent, "topics").length > 0 || textOf(sent, "wanted") !== "") return sent;
  const [topic, ...others] = NEED_TOPICS[need];
  if (need === "mental" || (topic && others.length === 0)) return { ...sent, topics: [topic] };
  if (need === "unsure" && textOf(sent, "wish") === "") return { ...sent, wish: PAGE[language].needs.unsure };
  return sent;
}

/** The fields as the request's schema reads them. */
export const fieldsOf = (sent: Sent): Record<string, unknown> => ({
  ...sent,
  topics: listOf(sent, "topics"),
  service: wantedService(textOf(sent, "wanted")) ?? sent.service,
  freeOnly: sent.freeOnly === "yes",
  wishes: Array.isArray(sent.wishes) ? sent.wishes : timesOf(sent),
});

const TEXTS = [
  "wish",
  "workplace",
  "industry",
  "municipality",
  "address",
  "place",
  "contact",
  "phone",
  "email",
] as const;

type Shown = Pick<
  SupportRequest,
  (typeof TEXTS)[number] | "size" | "people" | "topics" | "wishes" | "freeOnly"
>;

/** A request as its form shows it: to be changed, or to ask for the like again. */
export const formValues = (request: Shown): FormValues => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, request[name]])),
  topics: request.topics.join(" "),
  size: String(request.size),
  people: String(request.people),
  freeOnly: request.freeOnly ? "yes" : "",
  ...timeValues(request.wishes),
});

/** The day that is fixed, as the form that moves it shows it. */
export const visitValues = ({ fixed }: Pick<SupportRequest, "fixed">) =>
  formTexts(fixed, "day", "from", "to");

/** Times as the three rows of a form show them. */
export const timeValues = (
  times: readonly Readonly<{ day: string; from: string; to: string }>[],
): FormValues =>
  Object.fromEntries(
    ROWS.flatMap((n) => {
      const { day, from, to } = times[n - 1] ?? { day: "", ...USUAL };
      const part = HOURS.find((one) => one.from === from && one.to === to)?.part ?? OTHER_HOURS;
      return [
        [`part${n}`, part],
        [`day${n}`, day],
        [`from${n}`, from],
        [`to${n}`, to],
      ];
    }),
  );
