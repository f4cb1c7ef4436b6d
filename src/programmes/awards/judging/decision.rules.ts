import { JUDGING } from "../model/award.messages.ts";
import type { Scheme } from "../model/scheme.schema.ts";

export type Choice = Readonly<{
  entry: string;
  tier: string | null;
  reason: string;
  sizeClass: string;
  qualified: boolean;
  judgeable: boolean;
  place: number | null;
  tied: boolean;
  had: readonly string[];
}>;

/** What stands against a choice, by entry: who does not qualify, who has it already, and who is treated unlike an equal. */
export function wrongChoices(
  scheme: Pick<Scheme, "onceOnly">,
  choices: readonly Choice[],
): Record<string, string[]> {
  const wrong: Record<string, string[]> = {};
  for (const one of choices) {
    const against = (name: string, sentence: string) => {
      wrong[`${name}-${one.entry}`] = [sentence];
    };
    if (one.tier === null) continue;
    if (!one.judgeable) against("tier", JUDGING.unjudgeable);
    else if (!one.qualified) against("tier", JUDGING.notQualified);
    else if (scheme.onceOnly && one.had.includes(one.tier)) against("tier", JUDGING.once);
  }
  for (const one of choices) {
    const equals = choices.filter(
      (other) =>
        one.tied &&
        other.tied &&
        other.entry !== one.entry &&
        other.sizeClass === one.sizeClass &&
        other.place === one.place,
    );
    if (equals.some(({ tier }) => tier !== one.tier) && one.reason === "")
      wrong[`why-${one.entry}`] = [JUDGING.tie];
  }
  return wrong;
}
