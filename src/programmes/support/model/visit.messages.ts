import type { Needs } from "./enquiry.rules.ts";
import { KIND_NAMES, PROFESSION_NAMES } from "./offer.messages.ts";
import type { UnmetReason } from "./visit.rules.ts";

export const UNMET_NAMES: Readonly<Record<UnmetReason, string>> = {
  no_offer: "応じられるところがない",
  full: "枠がいっぱい",
  suspended: "受付が止まっている",
  no_answer: "回答がそろわない",
  not_eligible: "対象でない",
  other: "そのほか",
};

/** 2機関が必要（保健師1・個別相談1） */
export function needsText(needs: Needs): string {
  const total = needs.reduce((sum, need) => sum + need.count, 0);
  const named = needs
    .filter((need) => need.professions.length + need.kinds.length > 0)
    .map(
      (need) =>
        `${[...need.professions.map((one) => PROFESSION_NAMES[one].ja), ...need.kinds.map((one) => KIND_NAMES[one].ja)].join("か")}${need.count}`,
    );
  return `${total}機関が必要${named.length > 0 ? `（${named.join("・")}）` : ""}`;
}
