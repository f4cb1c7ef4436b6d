import type { Clash } from "./engagement.rules.ts";

const at = ({ number, from, to }: Clash) => `${number} ${from}–${to}`;

/** To who answers: at that time it is bound elsewhere. */
export const clashText = (clash: Clash): string =>
  clash.fixed
    ? `同じ時間に、別の訪問（${at(clash)}）が決まっています。`
    : `同じ時間に、別の依頼（${at(clash)}）にも「対応できます」と回答しています。`;

/** To the secretariat, before it fixes a visit. */
export const TEAM_WARNING = {
  clash: (who: string, clash: Clash): string => `${who}: ${clashText(clash)}`,
  full: (offer: string, of: "day" | "month" | "year"): string =>
    `「${offer}」は、${{ day: "この日", month: "この月", year: "この年度" }[of]}の空きがありません。ほかの日にするか、順番待ちにしてください。`,
} as const;
