import { scopeOf } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import {
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { withRows } from "#platform/db/rows.ts";
import { definePublication } from "./edition.rules.ts";
import type { Count, EditionCounts, Publication } from "./edition.schema.ts";
import { publishEdition, withdrawEdition } from "./edition.usecases.server.ts";

/** A small table for tests: who came to what, in towns. */
export const VISITS = definePublication({
  name: "visits",
  title: "訪問の件数",
  source: "見本",
  zero: "shown",
  tables: [
    {
      ...{ key: "towns", title: "町ごと", of: "visits", persons: true, unit: "件" },
      axes: [
        {
          ...{ name: "town", label: "町", total: "計" },
          categories: ["東", "西", "南", "北"].map((label, i) => ({ key: `t${i}`, label })),
        },
      ],
    },
  ],
});

type Place = Pick<ExamplePlace, "app" | "area" | "secretariat"> & Readonly<{ period?: string }>;

/** Publishes a table of towns in an area, as a module's own command would. */
export const publishVisits = (
  { app, area, secretariat, period = "2025" }: Place,
  towns: readonly Count[],
  publication: Publication = VISITS,
): Promise<void> =>
  withRows(app.db, scopeOf(secretariat), (access) =>
    publishEdition(
      Object.assign(access, { actor: secretariat, clock: app.clock }) as unknown as Permit,
      publication,
      area,
      { key: period, label: `${period}年度` },
      { tables: { towns } },
    ),
  );

const made =
  (input?: unknown): Examples[string] =>
  async (place) => {
    if (place.state === "deleted") return undefined;
    // Each example is of a period of its own, so that none follows another.
    const period = String(++periods);
    await publishVisits({ ...place, period }, [20, 30, 40, 50]);
    const target = { area: place.area, publication: "visits", period, number: "1" };
    if (place.state === "ended" || input === "withdrawn")
      await withdrawEdition(place.app, place.secretariat, target, { reason: "見本" });
    return { target, input: input === "withdrawn" ? undefined : input };
  };
let periods = 2025;

/** How the role matrix tries each command and query of editions. */
export const examples: Examples = {
  "edition.list-changes": standing(() => ({ target: { after: null, since: null, limit: 10 } })),
  "edition.list": standing(({ area }) => ({ target: { area } })),
  "edition.read": made(),
  "edition.withdraw": made({ reason: "見本" }),
  "edition.restore": made("withdrawn"),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/editions": "edition.list",
  "areas/:area/editions/:publication/:period/:number": "edition.read",
  "areas/:area/editions/:publication/:period/:number/:format": "edition.read",
};

/** A number below `limit`, the same for the same seed. */
export type Chance = (limit: number) => number;

/**
 * Counts for any declaration as it may come: so many things drawn into categories, most into the first ones, so that
 * there are small counts; an axis of groups follows the axis that it groups.
 */
export function generatedCounts(publication: Publication, things: number, chance: Chance): EditionCounts {
  const axes = publication.tables.flatMap((table) => table.axes);
  const draw = (size: number) => (chance(3) > 0 ? chance(Math.min(2, size)) : chance(size));
  const drawn = Array.from({ length: things }, () => {
    const own = new Map<string, ReadonlySet<string>>();
    for (const { name, categories, overlapping } of axes) {
      const keys = categories.map(({ key }) => key);
      if (!own.has(name))
        own.set(name, new Set(overlapping ? keys.filter(() => chance(6) === 0) : [keys[draw(keys.length)]!]));
    }
    for (const { name, groups } of axes) {
      const [of] = own.get(groups?.of ?? "") ?? [];
      const group = Object.entries(groups?.categories ?? {}).find(([, members]) => members.includes(of!));
      if (group) own.set(name, new Set([group[0]]));
    }
    return own;
  });
  return {
    tables: Object.fromEntries(
      publication.tables.map(({ key, axes: own }) => {
        const places = own.reduce<(string | null)[][]>(
          (all, { categories, overlapping }) =>
            all.flatMap((at) => [
              ...categories.map((one) => [...at, one.key]),
              ...(overlapping ? [[...at, null]] : []),
            ]),
          [[]],
        );
        const fits = (at: readonly (string | null)[]) =>
          drawn.filter((one) =>
            at.every((category, d) => category === null || one.get(own[d]!.name)!.has(category)),
          ).length;
        return [key, places.map(fits)];
      }),
    ),
    figures: Object.fromEntries(
      (publication.figures ?? []).map(({ key }) => [key, { value: chance(90), persons: chance(40) }]),
    ),
  };
}
