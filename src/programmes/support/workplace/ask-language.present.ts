import { type MessageFile, namedIn, worded } from "#platform/kernel/further-language.ts";
import { INDUSTRY_NAMES, type Language, PLACE_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { HEARD_NAMES, PAGE, type Texts } from "../model/request-form.messages.ts";
import type { Choices } from "../requests/request-form.present.ts";

type Asked<Need> = Readonly<{
  text: Texts;
  needs: readonly Need[];
  choices: Choices;
  labels: Readonly<Record<string, string>>;
}>;

/** What the form says and lets one choose from, in a further language; what its file lacks stays as it is. */
export function askIn<Need extends Readonly<{ value: string; label: string }>>(
  file: MessageFile | undefined,
  { text, needs, choices, labels }: Asked<Need>,
) {
  const say = worded(file, "ask", text);
  const { topics, industries, places, heard } = file?.messages ?? {};
  return {
    text: say,
    needs: namedIn(file, say.needs, needs),
    choices: {
      topics: namedIn(file, topics, choices.topics),
      industries: namedIn(file, industries, choices.industries),
      places: namedIn(file, places, choices.places),
      heard: namedIn(file, heard, choices.heard),
      services: choices.services,
    },
    labels: worded(file, "ask", labels),
  };
}

const names = (words: Readonly<Record<string, Readonly<Record<Language, string>>>>, language: Language) =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[language]]));

/** All that a further language may say of the form, by the rooms of its file. */
export const askTexts = (language: Language): Readonly<Record<string, object>> => ({
  ask: PAGE[language],
  topics: names(TOPIC_NAMES, language),
  industries: names(INDUSTRY_NAMES, language),
  places: names(PLACE_NAMES, language),
  heard: names(HEARD_NAMES, language),
});
