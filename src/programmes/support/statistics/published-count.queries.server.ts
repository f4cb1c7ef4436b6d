import { VISITOR } from "#foundation/actors/public.ts";
import { lookUpArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readStatistics } from "./statistics.usecases.server.ts";

export type PublishedCount = Readonly<{ label: string; count: number }>;

/**
 * How much was asked for in these areas in the last year that was made public: what anybody can read there, added up. Areas
 * whose last public year is an older one are left out, and so is a year without a public count.
 */
export async function publishedRequests(
  app: App,
  areas: readonly string[],
): Promise<PublishedCount | undefined> {
  const years = [];
  for (const text of areas) {
    const area = expectOk(await lookUpArea(app, VISITOR, { text }));
    const read = area && (await readStatistics(app, VISITOR, area.id, null));
    if (!read?.ok) continue;
    const { year, shown } = read.value;
    const count = shown.tables.find(({ key }) => key === "newcomers")?.cells.at(-1);
    if (typeof count === "number" && count > 0) years.push({ year, label: shown.period.label, count });
  }
  const last = Math.max(...years.map(({ year }) => year));
  const of = years.filter(({ year }) => year === last);
  return of[0] && { label: of[0].label, count: of.reduce((sum, { count }) => sum + count, 0) };
}
