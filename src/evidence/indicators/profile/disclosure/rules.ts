import { suppressCount } from "@yui/healthstats";
import type { Indicator } from "../../dictionary/schema.ts";
import { ALL_AGES, agesOf } from "../../observations/schema.ts";
import { pointOf } from "../figures/rules.ts";
import type { RawFigure } from "../schema.ts";

/** Figures that speak of the same people in the same year: what one of them hides, the others may not give back. */
export const groupOf = (figure: RawFigure): string =>
  `${figure.areaId}/${figure.indicatorNo}/${figure.fiscalYear}/${figure.sourceNo}`;

/**
 * Which figures of one group must be hidden so that no difference between them gives a count from 1 to 9 back. The
 * rule is simple and costs more cells than it must: where any part is small, or what a whole leaves beside its parts
 * is, only the wholes stay. Parts that are all large or zero have no small sums. Parts that have no whole beside them
 * are hidden alike, since another page may show their sum.
 */
export function hiddenParts(figures: readonly RawFigure[], indicator: Indicator): ReadonlySet<RawFigure> {
  const isSmall = (figure: RawFigure) => pointOf(indicator, figure).suppressed;
  const parts = figures.filter((figure) => figures.some((other) => contains(other, figure)));
  const tops = figures.filter((figure) => !parts.includes(figure));
  const unsafe = parts.some(isSmall) || figures.some((whole) => leavesSmall(whole, figures, indicator));
  const apart = tops.length > 1 && tops.some(isSmall);
  return new Set([...(unsafe || apart ? parts : []), ...(apart ? tops : [])]);
}

/** Whether the whole's people include all of the part's, and more. */
function contains(whole: RawFigure, part: RawFigure): boolean {
  if (whole === part || (whole.sex === part.sex && whole.ageBand === part.ageBand)) return false;
  const [outer, inner] = [agesOf(whole.ageBand), agesOf(part.ageBand)];
  const ages =
    whole.ageBand === ALL_AGES ||
    (part.ageBand !== ALL_AGES &&
      outer.first <= inner.first &&
      (outer.last ?? Number.POSITIVE_INFINITY) >= (inner.last ?? Number.POSITIVE_INFINITY));
  return ages && (whole.sex === 0 || whole.sex === part.sex);
}

/** The rest of a whole beside the parts of one level: the sexes, the age bands, or both crossed. */
function leavesSmall(whole: RawFigure, figures: readonly RawFigure[], indicator: Indicator): boolean {
  const inside = figures.filter((figure) => contains(whole, figure));
  const levels = Map.groupBy(inside, (part) => `${part.sex === whole.sex}/${part.ageBand === whole.ageBand}`);
  return [...levels.values()].some((level) => {
    const numerator = rest(
      whole.numerator,
      level.map((part) => part.numerator),
    );
    const denominator = rest(
      whole.denominator,
      level.map((part) => part.denominator),
    );
    const complement =
      indicator.kind === "proportion" && numerator !== null && denominator !== null
        ? denominator - numerator
        : null;
    return [numerator, complement].some((count) => count !== null && count > 0 && isHidden(count));
  });
}

const isHidden = (count: number): boolean => suppressCount(count).state === "suppressed";

function rest(whole: number | null, parts: readonly (number | null)[]): number | null {
  if (whole === null || parts.some((part) => part === null)) return null;
  return whole - parts.reduce<number>((sum, part) => sum + part!, 0);
}
