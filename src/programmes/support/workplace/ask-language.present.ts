import { type MessageFile, namedIn, worded } from "#platform/web/languages.server.ts";
import type { Texts } from "../model/request-form.messages.ts";
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
