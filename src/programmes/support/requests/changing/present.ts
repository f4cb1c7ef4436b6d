import { PLACE_NAMES, TOPIC_NAMES } from "../../offers/messages.ts";
import type { Slot } from "../../offers/rules.ts";
import type { Place, Topic } from "../../offers/schema.ts";
import { showSlot } from "../../visits/present.ts";
import { PART_NAMES } from "./messages.ts";
import type { Difference } from "./rules.ts";

/** What was changed, before and after; words and ways to answer by their name alone. */
export const changedText = (changed: unknown): string =>
  ((changed ?? []) as readonly Difference[])
    .map(({ part, from, to }) => {
      const [before, after] = [shownAs(part, from), shownAs(part, to)];
      return before === undefined ? PART_NAMES[part] : `${PART_NAMES[part]} ${before} → ${after}`;
    })
    .join("、");

function shownAs(part: Difference["part"], value: unknown): string | undefined {
  switch (part) {
    case "size":
    case "people":
      return `${value}人`;
    case "place":
      return PLACE_NAMES[value as Place].ja;
    case "topics":
      return (value as readonly Topic[]).map((topic) => TOPIC_NAMES[topic].ja).join("・") || "なし";
    case "wishes":
      return (value as readonly Slot[]).map((slot) => showSlot(slot)).join("・") || "おまかせ";
    default:
      return undefined;
  }
}
