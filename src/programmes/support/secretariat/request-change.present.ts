import { PLACE_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Place, Topic } from "../model/offer.schema.ts";
import type { RequestEvent, SupportRequest } from "../model/request.schema.ts";
import type { Difference } from "../model/request-change.rules.ts";
import { showSlot } from "../model/visit.present.ts";
import { PART_NAMES } from "./request-change.messages.ts";

/** What the workplace did last by itself and nobody has looked at yet; what staff did since is another moment's. */
export const unseenChange = <Event extends Pick<RequestEvent, "at">>(
  { changedAt }: Pick<SupportRequest, "changedAt">,
  events: readonly Event[],
): Event | undefined => events.findLast(({ at }) => at.getTime() === changedAt?.getTime());

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
