import { MOST_PARTS } from "../lists/schema.ts";
import type { Offer } from "../schema.ts";

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

/** The fields of an offer's form as its schema reads them; the organisations are the offer's or those chosen. */
export function fieldsOf(
  form: FormData,
  organisations: readonly { id: string; name: string }[],
): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const numbers = [
    "sizeFrom",
    "sizeTo",
    "peopleFrom",
    "peopleTo",
    "perDay",
    "perMonth",
    "perYear",
    "perWorkplace",
    "leadDays",
  ];
  const parts = PARTS.flatMap((index) => {
    const organisationId = text(`organisation${index}`);
    if (!organisationId) return [];
    const organisationName = organisations.find((one) => one.id === organisationId)?.name ?? "";
    const professions = all(`professions${index}`);
    return [
      {
        organisationId,
        organisationName,
        municipality: text(`municipality${index}`),
        professions,
        email: text(`email${index}`),
      },
    ];
  });
  return {
    ...Object.fromEntries([...form].filter(([, value]) => typeof value === "string")),
    ...Object.fromEntries(numbers.map((name) => [name, text(name).normalize("NFKC").trim()])),
    topics: all("topics"),
    industries: all("industries"),
    municipalities: all("municipalities"),
    places: all("places"),
    rrule: text("keptRule") || ruleOf(all("weekdays"), all("weeks")),
    onHolidays: text("onHolidays") === "yes",
    newFirst: text("newFirst") === "yes",
    published: text("published") === "yes",
    parts,
  };
}

/** An offer as its form shows it: limits that do not exist are empty. A new one is `own`'s, whose form it is. */
export function valuesOf(
  offer: Offer | undefined,
  own?: string,
): Readonly<Record<string, string | readonly string[]>> {
  if (!offer)
    return {
      ...(own ? { organisation0: own } : {}),
      places: ["on_site"],
      published: "yes",
      leadDays: "14",
      opensAt: "09:00",
      closesAt: "17:00",
      weekdays: WEEKDAYS.slice(0, 5),
    };
  const plain = Object.entries(offer).flatMap(([name, value]): [string, string | readonly string[]][] => {
    if (name === "parts" || name === "rrule") return [];
    if (Array.isArray(value)) return [[name, value.map(String)]];
    if (typeof value === "boolean") return [[name, value ? "yes" : ""]];
    return [[name, value === null ? "" : String(value)]];
  });
  const parts = offer.parts.flatMap((part, index): [string, string | readonly string[]][] => [
    [`organisation${index}`, part.organisationId],
    [`municipality${index}`, part.municipality],
    [`email${index}`, part.email],
    [`professions${index}`, part.professions],
  ]);
  return {
    ...Object.fromEntries([...plain, ...parts]),
    ...(daysOf(offer.rrule) ?? { weekdays: [], weeks: [], keptRule: offer.rrule }),
  };
}
