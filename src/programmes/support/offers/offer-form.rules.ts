import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { FieldErrors, FormValues } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import type { Offer } from "../model/offer.schema.ts";
import { MOST_PARTS } from "../model/offer-lists.schema.ts";

/** The places of an offer's organisations in its form. */
export const PARTS = Array.from({ length: MOST_PARTS }, (_, index) => index);

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Which of them in a month, as RFC 5545 counts; the last one is counted from its end. */
export const WEEKS = ["1", "2", "3", "4", "-1"] as const;

/** Each of these weekdays, or those of these weeks of the month, as a rule of RFC 5545. */
export function ruleOf(weekdays: readonly string[], weeks: readonly string[]): string {
  if (weeks.length > 0)
    return `FREQ=MONTHLY;BYDAY=${weeks.flatMap((week) => weekdays.map((day) => week + day)).join(",")}`;
  return weekdays.length > 0 ? `FREQ=WEEKLY;BYDAY=${weekdays.join(",")}` : "";
}

/** The weekdays and weeks of a rule; undefined where it says what the form can't ask. */
export function daysOf(rrule: string): Readonly<{ weekdays: string[]; weeks: string[] }> | undefined {
  const named = [...rrule.matchAll(/(?<=[=,])(-?\d)?([A-Z]{2})(?=,|$)/g)];
  const weekdays = WEEKDAYS.filter((day) => named.some((one) => one[2] === day));
  const weeks = WEEKS.filter((week) => named.some((one) => one[1] === week));
  const parts = (rule: string) => rule.split(/[;,=]/).sort().join();
  return parts(ruleOf(weekdays, weeks)) === parts(rrule) ? { weekdays, weeks } : undefined;
}

const TEXTS = [
  ...(["title", "titleEn", "kind", "service", "fee", "feeNote", "equipment", "note", "opensAt"] as const),
  ...(["closesAt", "intake", "intakeReason", "intakeSince", "intakeUntil", "endedOn"] as const),
] as const;
const NUMBERS = [
  ...(["sizeFrom", "sizeTo", "peopleFrom", "peopleTo", "leadDays"] as const),
  ...(["perDay", "perMonth", "perYear", "perWorkplace"] as const),
] as const;
const LISTS = ["topics", "industries", "municipalities", "places"] as const;
const YES_OR_NO = ["onHolidays", "newFirst", "published"] as const;

const PART_FIELDS = ["organisation", "professions", "email", "municipality"] as const;

/** Which page of a new offer's form asks for which field. */
export const STEP_FIELDS = {
  what: ["title", "kind", "service", "topics", "places", "fee", "titleEn", "feeNote", "equipment", "note"],
  who: PARTS.flatMap((index) => PART_FIELDS.map((name) => `${name}${index}`)),
  whom: [
    ...["sizeFrom", "sizeTo", "peopleFrom", "peopleTo", "industries", "municipalities"],
    ...["weekdays", "weeks", "keptRule", "opensAt", "closesAt", "onHolidays", "leadDays"],
  ],
  intake: [
    ...["perDay", "perMonth", "perYear", "perWorkplace", "newFirst"],
    ...["intake", "intakeReason", "intakeSince", "intakeUntil", "published", "endedOn"],
  ],
} as const satisfies Record<string, readonly string[]>;

const textsIn = (form: Input, name: string): string[] =>
  [form[name] ?? []].flat().filter((one): one is string => typeof one === "string");
const textIn = (form: Input, name: string): string => textsIn(form, name)[0] ?? "";

/** The places of the form in which an organisation is chosen. */
const chosenParts = (form: Input) => PARTS.filter((index) => textIn(form, `organisation${index}`) !== "");

/** What an offer's form says, as the schema of an offer reads it; an organisation's name is that of the list. */
export function fieldsOf(
  form: Input,
  organisations: readonly Readonly<{ value: string; label: string }>[],
): Record<string, unknown> {
  const parts = chosenParts(form).map((index) => {
    const organisationId = textIn(form, `organisation${index}`);
    return {
      organisationId,
      organisationName: organisations.find(({ value }) => value === organisationId)?.label ?? "",
      municipality: textIn(form, `municipality${index}`),
      professions: textsIn(form, `professions${index}`),
      email: textIn(form, `email${index}`),
    };
  });
  return {
    ...form,
    ...Object.fromEntries(NUMBERS.map((name) => [name, textIn(form, name).normalize("NFKC").trim()])),
    ...Object.fromEntries(LISTS.map((name) => [name, textsIn(form, name)])),
    ...Object.fromEntries(YES_OR_NO.map((name) => [name, textIn(form, name) === "yes"])),
    rrule: textIn(form, "keptRule") || ruleOf(textsIn(form, "weekdays"), textsIn(form, "weeks")),
    parts,
  };
}

/** The same sentences under the names of the form's fields. */
export function errorsIn(form: Input, errors: FieldErrors): FieldErrors {
  const chosen = chosenParts(form);
  const fieldOf = (path: string) => {
    if (path === "rrule") return "weekdays";
    const [, at, name] = /^parts(?:\.(\d+)\.(\w+))?$/.exec(path) ?? [];
    if (!path.startsWith("parts")) return path;
    return `${name === undefined || name.startsWith("organisation") ? "organisation" : name}${chosen[Number(at)] ?? 0}`;
  };
  return Object.fromEntries(Object.entries(errors).map(([path, sentences]) => [fieldOf(path), sentences]));
}

/** A new offer as its form shows it at first: of the organisation whose form it is. */
export const newValues = (own: OrganisationId | undefined): FormValues => ({
  organisation0: own ?? "",
  places: "on_site",
  fee: "free",
  intake: "open",
  published: "yes",
  leadDays: "14",
  opensAt: "09:00",
  closesAt: "17:00",
  weekdays: WEEKDAYS.slice(0, 5).join(" "),
});

/** An offer as its form shows it: limits that do not exist are empty, what was chosen stands between spaces. */
export function valuesOf(offer: Offer, withPlan: boolean): FormValues {
  const days = daysOf(offer.rrule);
  return Object.fromEntries([
    ...[...TEXTS, ...NUMBERS].map((name) => [name, String(offer[name] ?? "")]),
    ...LISTS.map((name) => [name, offer[name].join(" ")]),
    ...YES_OR_NO.map((name) => [name, offer[name] ? "yes" : ""]),
    ["weekdays", (days?.weekdays ?? []).join(" ")],
    ["weeks", (days?.weeks ?? []).join(" ")],
    ["keptRule", days ? "" : offer.rrule],
    ...(withPlan ? [["initiativeId", offer.initiativeId ?? ""]] : []),
    ...PARTS.flatMap((index) => {
      const part = offer.parts[index];
      return [
        [`organisation${index}`, part?.organisationId ?? ""],
        [`municipality${index}`, part?.municipality ?? ""],
        [`email${index}`, part?.email ?? ""],
        [`professions${index}`, (part?.professions ?? []).join(" ")],
      ];
    }),
  ]);
}
