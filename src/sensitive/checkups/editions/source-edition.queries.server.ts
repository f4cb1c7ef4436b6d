import { presentEdition, selectLastEditions, selectPeriods } from "#evidence/publication/public.ts";
import type { CheckupPermit } from "../access.ts";
import { SOURCES, type Source } from "../agreements/provider-agreement.rules.ts";
import { publicationName } from "./checkup-edition.rules.ts";

/** An edition as everybody is given it: what is hidden in it is hidden here. */
export type PublicEdition = ReturnType<typeof presentEdition>;
export type SourceEdition = Readonly<{ source: Source; edition: PublicEdition }>;

/** The fiscal years of which an indicator was published by any source, newest first. */
export async function publishedYears(permit: CheckupPermit, indicator: string): Promise<number[]> {
  const names = SOURCES.map((source) => publicationName(indicator, source));
  return (await selectPeriods(permit, permit.subject.area, names)).map(Number).sort((a, b) => b - a);
}

/** The newest editions of each indicator in a year, one for each source that has any and did not withdraw it. */
export async function editionsOf(
  permit: CheckupPermit,
  indicators: readonly string[],
  year: number,
): Promise<(indicator: string) => SourceEdition[]> {
  const names = indicators.flatMap((one) => SOURCES.map((source) => publicationName(one, source)));
  const found = await selectLastEditions(permit, permit.subject.area, names, String(year));
  const byName = new Map(found.map((edition) => [edition.publication, edition]));
  return (indicator) =>
    SOURCES.flatMap((source) => {
      const edition = byName.get(publicationName(indicator, source));
      return edition ? [{ source, edition: presentEdition(edition) }] : [];
    });
}
