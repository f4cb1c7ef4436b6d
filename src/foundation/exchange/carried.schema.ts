import { createContext } from "react-router";
import type { z } from "zod";
import type { UseCase } from "#foundation/authority/public.ts";

type AnyTarget = UseCase["declared"]["target"];

type Said = Readonly<{
  /** Its file in a bundle is called so. */
  name: string;
  /** What the officer who carries it reads. */
  title: string;
  /** By which law, or rule of the office, it may travel. */
  basis: string;
}>;

type Moved = Readonly<{
  /** Each row as it travels. What does not fit it exactly is not taken. */
  row: z.ZodType<Record<string, unknown>>;
  /** A row in one line, by which nobody is named. */
  line(row: never): string;
  /** A query for `{ since }` (null: from the beginning): the rows that changed after it. */
  give: Pick<UseCase<AnyTarget, readonly object[]>, "declared">;
  /** A command that reads `{ rows }`: how many changed something. Rows that are known already change nothing. */
  take: Pick<UseCase<AnyTarget, number>, "declared">;
}>;

/**
 * What a module lets travel between two installations: `outwards` from the closed network, `inwards` into it, or not at
 * all. Persons travel inwards alone.
 */
export type CarriedKind =
  | (Said & Moved & Readonly<{ direction: "inwards"; persons: boolean }>)
  | (Said & Moved & Readonly<{ direction: "outwards"; persons: false }>)
  | (Said & Readonly<{ direction: "stays" }>);
export type TravellingKind = Exclude<CarriedKind, { direction: "stays" }>;

export type Side = "inside" | "outside";

/** What a side gives, and what it takes. */
export const travelling = (
  kinds: readonly CarriedKind[],
  side: Side,
  way: "gives" | "takes",
): readonly TravellingKind[] => {
  const direction = (side === "inside") === (way === "gives") ? "outwards" : "inwards";
  return kinds.filter((kind): kind is TravellingKind => kind.direction === direction);
};

/** What all modules let travel, for the page of the exchange. */
export const carriedKindsContext = createContext<readonly CarriedKind[]>([]);
