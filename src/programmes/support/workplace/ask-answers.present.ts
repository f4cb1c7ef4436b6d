import { typedDayOf } from "#platform/kernel/written-day.ts";
import type { Option } from "#ui/field.tsx";
import type { Language } from "../model/offer.messages.ts";
import { PAGE } from "../model/request-form.messages.ts";
import { listOf, type Sent, textOf, timesOf } from "../model/request-form.rules.ts";
import { showDay } from "../model/visit.present.ts";
import { choicesIn, needsIn } from "../requests/request-form.present.ts";
import type { Fits } from "./ask.present.ts";

type Answers = readonly Readonly<{ name: string; value: string }>[];

/** The answers of each page of the form as a person reads them, to be looked at before they are sent. */
export function answersOf(
  sent: Sent,
  { language, fits, towns }: { language: Language; fits: Fits; towns: readonly Option[] },
): [Answers, Answers, Answers] {
  const text = PAGE[language];
  const choices = choicesIn(language, [], []);
  const typed = (name: string) => textOf(sent, name).trim() || text.none0;
  const word = (options: readonly Option[], name: string) =>
    options.find(({ value }) => value === textOf(sent, name))?.label ?? text.none0;
  const day = (name: string) => {
    const read = typedDayOf(textOf(sent, name));
    return read ? showDay(read, language) : typed(name);
  };
  const people = (name: string) => {
    const number = textOf(sent, name).trim();
    return /^[0-9０-９,，]+$/.test(number) ? text.people0.replace("{n}", number) : typed(name);
  };
  const topics = listOf(sent, "topics").flatMap(
    (topic) => fits.topics.find(({ value }) => value === topic)?.label ?? [],
  );
  const wishes = timesOf(sent).map((wish) => {
    const read = typedDayOf(wish.day);
    return `${read ? showDay(read, language) : wish.day} ${wish.from}–${wish.to}`;
  });
  const chosen = fits.wanted.find(({ value }) => value === textOf(sent, "wanted"));
  const asks = chosen?.asks;
  const named = (name: keyof typeof text & string, value: string) => ({ name: text[name] as string, value });
  return [
    [
      named("municipality", word(towns, "municipality")),
      named("size", people("size")),
      named("what", word(needsIn(language), "need")),
    ],
    [
      named("wanted", chosen ? `${chosen.label}（${chosen.fee}）` : text.leaveToUs),
      ...(asks === "checkup_on" ? [named("checkupOn", day("checkupOn"))] : []),
      ...(asks === "applied_on" ? [named("appliedOn", day("appliedOn"))] : []),
      ...(fits.deadline ? [named("deadline", fits.deadline)] : []),
      named("topics", topics.join(language === "ja" ? "・" : ", ") || text.none0),
      named("when", wishes.join("\n") || text.leaveToUs),
      named("place", word(choices.places, "place")),
      named("people", people("people")),
      ...(textOf(sent, "freeOnly") ? [{ name: "", value: text.freeOnly }] : []),
    ],
    [
      named("workplace", typed("workplace")),
      named("industry", word(choices.industries, "industry")),
      named("address", typed("address")),
      named("contact", typed("contact")),
      named("phone", typed("phone")),
      named("email", typed("email")),
      named("wish", typed("wish")),
      ...(textOf(sent, "heardFrom") ? [named("heardFrom", word(choices.heard, "heardFrom"))] : []),
    ],
  ];
}
