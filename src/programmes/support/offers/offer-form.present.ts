import type { Option } from "#ui/field.tsx";
import type { ChisanpoService } from "../model/chisanpo.rules.ts";
import {
  FEE_NAMES,
  INDUSTRY_NAMES,
  INTAKE_NAMES,
  KIND_NAMES,
  PROFESSION_NAMES,
  TOPIC_NAMES,
} from "../model/offer.messages.ts";
import {
  INDUSTRIES,
  INTAKES,
  OFFER_KINDS,
  PLACES,
  PROFESSIONS,
  TOPICS,
} from "../model/offer-lists.schema.ts";
import { FORM, WHERE_NAMES } from "./offer-form.messages.ts";
import { PARTS, WEEKDAYS, WEEKS } from "./offer-form.rules.ts";

const optionsOf = (keys: readonly string[], names: Readonly<Record<string, Readonly<{ ja: string }>>>) =>
  keys.map((value): Option => ({ value, label: names[value]!.ja }));
const yes = (label: string): Option[] => [{ value: "yes", label }];

/** What the fields of an offer's form offer to choose from, but for what differs by area and day. */
export const OPTIONS = {
  kind: optionsOf(OFFER_KINDS, KIND_NAMES),
  topics: optionsOf(TOPICS, TOPIC_NAMES),
  places: optionsOf(PLACES, WHERE_NAMES),
  fee: optionsOf(["free", "paid"], FEE_NAMES),
  professions: optionsOf(PROFESSIONS, PROFESSION_NAMES),
  industries: optionsOf(INDUSTRIES, INDUSTRY_NAMES),
  weekdays: WEEKDAYS.map((value, index): Option => ({ value, label: FORM.weekdays[index]! })),
  weeks: WEEKS.map((value, index): Option => ({ value, label: FORM.weekNames[index]! })),
  onHolidays: yes("祝日も受ける"),
  newFirst: yes("新規の事業所を先にする"),
  intake: INTAKES.map((value): Option => ({ value, label: INTAKE_NAMES[value] })),
  published: yes("事業所のページに出す"),
};

export type AreaOptions = Readonly<{
  towns: readonly Option[];
  organisations: readonly Option[];
  services: readonly ChisanpoService[];
  initiatives: readonly Option[] | undefined;
}>;

/** The choices of every field by its name, for a notice that tells what stands now. */
export const allOptions = ({ towns, organisations, services, initiatives = [] }: AreaOptions) =>
  Object.assign(
    {},
    OPTIONS,
    { service: serviceOptions(services), municipalities: towns, initiativeId: initiatives },
    ...PARTS.map((index) => ({
      [`organisation${index}`]: organisations,
      [`professions${index}`]: OPTIONS.professions,
      [`municipality${index}`]: towns,
    })),
  ) as Readonly<Record<string, readonly Option[]>>;

export const serviceOptions = (services: readonly ChisanpoService[]): Option[] =>
  services.map(({ key, ja }) => ({ value: key, label: ja }));
