import { findLastEdition, presentEdition, selectPeriods } from "#evidence/publication/public.ts";
import type { CheckupPermit } from "../access.ts";
import { SOURCES, type Source } from "../agreements/provider-agreement.rules.ts";
import { publicationName } from "./checkup-edition.rules.ts";

/** An edition as everybody is given it: what is hidden in it is hidden here. */
export type PublicEdition = ReturnType<typeof presentEdition>;
export type SourceEdition = Readonly<{ source: Source; edition: PublicEdition }>;

/** The fiscal years of which an indicator was published by any source, newest first. */
export async function publishedYears(permit: CheckupPermit, indicator: string): Promise<number[]> {
  const years = new Set<number>();
  for (const source of SOURCES)
    for (const period of await selectPeriods(permit, permit.subject.area, publicationName(indicator, source)))
      years.add(Number(period));
  return [...years].sort((a, b) => b - a);
}

/** The newest editions of an indicator and year, one for each source that has any and did not withdraw it. */
export async function editionsOf(
  permit: CheckupPermit,
  indicator: string,
  year: number,
): Promise<SourceEdition[]> {
  const found: SourceEdition[] = [];
  for (const source of SOURCES) {
    const edition = await findLastEdition(permit, {
      area: permit.subject.area,
      publication: publicationName(indicator, source),
      period: String(year),
    });
    if (edition && edition.withdrawnAt === null) found.push({ source, edition: presentEdition(edition) });
  }
  return found;
}
