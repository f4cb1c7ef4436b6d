import type { Clock } from "#platform/kernel/clock.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import {
  type Hours,
  type HoursRow,
  isHoliday,
  nextOpen,
  openAt,
  openingHoursSpecification,
  openOn,
} from "../model/hours.rules.ts";
import { intakeNow } from "../model/intake.rules.ts";
import {
  FEE_NAMES,
  INDUSTRY_NAMES,
  INSURER_NAMES,
  INTAKE_NAMES,
  KIND_NAMES,
  LANGUAGE_NAMES,
  type Language,
  RESIDENCE_NAMES,
  TOPIC_NAMES,
  WAIT_NAMES,
  WEEK_NAMES,
  WEEKDAY_NAMES,
} from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { Industry, Insurer, SpokenLanguage, Topic } from "../model/resource-lists.schema.ts";
import { FIND } from "./find.messages.ts";

export const timeIn = (clock: Clock): string =>
  new Date(clock.now().getTime() + 9 * 3_600_000).toISOString().slice(11, 16);

/** 第2木 13:30～15:30 */
export function hoursRowText({ weeks, days, from, to }: HoursRow, language: Language): string {
  const names = (all: readonly string[], of: Readonly<Record<string, Readonly<Record<Language, string>>>>) =>
    all.map((one) => of[one]![language]).join(language === "ja" ? "・" : ", ");
  const week = weeks.length > 0 ? names(weeks, WEEK_NAMES) : "";
  const day = names(days, WEEKDAY_NAMES);
  return language === "ja"
    ? `${week}${day} ${from}～${to}`
    : `${[week, day].filter(Boolean).join(" ")} ${from}–${to}`;
}

/** The hours in lines, with days that are otherwise from this one on. */
export function hoursLines(hours: Hours, today: PlainDate, language: Language): string[] {
  const text = FIND[language];
  const later = hours.exceptions.filter(({ day }) => day >= today);
  return [
    ...hours.rows.map((row) => hoursRowText(row, language)),
    ...(hours.rows.length > 0 && hours.closedOnHolidays ? [text.closedOnHolidays] : []),
    ...later.map(({ day, from, to, note }) =>
      [dayText(day, language), from === "" ? text.closed : `${from}～${to}`, note].filter(Boolean).join(" "),
    ),
    ...(hours.note ? [hours.note] : []),
  ];
}

export const dayText = (day: PlainDate, language: Language): string =>
  language === "ja"
    ? showDateJa(day)
    : new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
        new Date(`${day}T00:00:00Z`),
      );

/** What holds now: open, closed until when, and why where today is a holiday. */
export function nowText(hours: Hours, clock: Clock, language: Language): string {
  const today = clock.today();
  const text = FIND[language];
  const open = openAt(hours, today, timeIn(clock));
  if (open === undefined) return text.hoursUnknown;
  if (open) return text.openNow;
  const restToday = openOn(hours, today).some(({ from }) => from > timeIn(clock));
  const next = restToday ? nextOpen(hours, today) : nextOpen(hours, tomorrow(today));
  const holiday = hours.closedOnHolidays && isHoliday(today) ? text.holiday : text.closedNow;
  return next ? `${holiday} ${text.next(dayText(next.day, language), next.from)}` : holiday;
}

const tomorrow = (day: PlainDate): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as PlainDate;

/** What anybody may see of an entry: no mailbox, no state, nothing of who changed it. */
export function presentEntry(one: Resource, clock: Clock, language: Language) {
  const today = clock.today();
  const text = FIND[language];
  const named = <K extends string>(
    keys: readonly string[],
    names: Readonly<Record<K, Record<Language, string>>>,
  ) => keys.map((key) => names[key as K]?.[language] ?? key).join(language === "ja" ? "、" : ", ");
  const intake = intakeNow(one, today);
  const size = text.sizeOf(one.sizeFrom, one.sizeTo);
  return {
    ...{ id: one.id, areaId: one.areaId, name: one.name, kana: one.kana, provider: one.provider },
    kind: one.kind,
    kindName: KIND_NAMES[one.kind][language],
    description: one.description,
    topics: named<Topic>(one.topics, TOPIC_NAMES),
    fee: [FEE_NAMES[one.fee][language], one.feeNote].filter(Boolean).join("　"),
    isFree: one.fee === "free",
    whom: [
      ...(one.residence === "any" ? [] : [RESIDENCE_NAMES[one.residence][language]]),
      ...(size ? [size] : []),
      ...(one.industries.length > 0 ? [named<Industry>(one.industries, INDUSTRY_NAMES)] : []),
      ...(one.insurers.length > 0 ? [named<Insurer>(one.insurers, INSURER_NAMES)] : []),
      ...(one.eligibility ? [one.eligibility] : []),
    ].join("　"),
    languages: named<SpokenLanguage>(one.languages, LANGUAGE_NAMES),
    ...{ phone: one.phone, fax: one.fax, website: one.website, apply: one.apply, access: one.access },
    address: [one.postalCode && `〒${one.postalCode}`, one.address].filter(Boolean).join(" "),
    hours: hoursLines(one.hours, today, language),
    now: nowText(one.hours, clock, language),
    isOpen: openAt(one.hours, today, timeIn(clock)) === true,
    intake: {
      state: intake,
      text: [
        INTAKE_NAMES[intake][language],
        ...(intake === "waiting" && one.intakeWait !== "unknown"
          ? [text.wait(WAIT_NAMES[one.intakeWait][language])]
          : []),
        ...(intake !== "unknown" && one.intakeOn ? [text.said(dayText(one.intakeOn, language))] : []),
      ].join(language === "ja" ? "　" : ", "),
    },
    checked: one.checkedOn ? text.checked(dayText(one.checkedOn, language)) : text.neverChecked,
    ask: one.ask,
    place:
      one.latitude === null || one.longitude === null
        ? null
        : { latitude: one.latitude, longitude: one.longitude },
  };
}
export type PublicEntry = ReturnType<typeof presentEntry>;

/** The entry as schema.org writes it, for those who read pages by machine; it is data and no script that runs. */
export const structuredEntry = (one: Resource): string =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Place",
    name: one.name,
    ...(one.description ? { description: one.description } : {}),
    ...(one.phone ? { telephone: one.phone } : {}),
    ...(one.address ? { address: one.address } : {}),
    ...(one.website ? { url: one.website } : {}),
    openingHoursSpecification: openingHoursSpecification(one.hours),
  }).replaceAll("<", "\\u003c");
