import { MOST_PARTS } from "../lists/schema.ts";
import type { Offer } from "../schema.ts";

/** The places of an offer's organisations in its form. */
export const PARTS = Array.from({ length: MOST_PARTS }, (_, index) => index);

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The weekdays of a weekly rule; undefined where the rule says more than that. */
export function weekdaysOf(rrule: string): string[] | undefined {
  if (rrule === "") return [];
  return /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rrule)?.[1]?.split(",");
}

/** The fields of an offer's form as its schema reads them; the organisations are the offer's or those chosen. */
export function fieldsOf(
  form: FormData,
  organisations: readonly { id: string; name: string }[],
): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const weekdays = all("weekdays");
  const rule = text("rrule").trim() || (weekdays.length > 0 ? `FREQ=WEEKLY;BYDAY=${weekdays.join(",")}` : "");
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
    rrule: rule,
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
  const weekdays = weekdaysOf(offer.rrule);
  const parts = offer.parts.flatMap((part, index): [string, string | readonly string[]][] => [
    [`organisation${index}`, part.organisationId],
    [`municipality${index}`, part.municipality],
    [`email${index}`, part.email],
    [`professions${index}`, part.professions],
  ]);
  return {
    ...Object.fromEntries([...plain, ...parts]),
    weekdays: weekdays ?? [],
    rrule: weekdays ? "" : offer.rrule,
  };
}
