import type { MaterialPermit } from "../access.ts";
import { type ChangedFact, changedFacts } from "../facts/fact.rules.ts";
import type { Fact } from "../facts/fact.schema.ts";
import { selectFacts } from "../facts/fact.store.server.ts";
import { standingOf } from "../facts/standing.queries.server.ts";
import { type EditionState, stateOf } from "../model/edition.rules.ts";
import type { Edition } from "../model/material.schema.ts";

export type EditionNow = Readonly<{
  state: EditionState;
  facts: readonly Fact[];
  changed: readonly ChangedFact[];
}>;

/** How these editions stand this moment: compared with what they print, not only as it was last noted. */
export async function editionsNow(
  permit: MaterialPermit,
  editions: readonly Edition[],
): Promise<(id: string) => EditionNow> {
  const facts = await selectFacts(
    permit,
    editions.map(({ id }) => id),
  );
  const changed = changedFacts(facts, await standingOf(permit, facts));
  const today = permit.clock.today();
  const now = new Map(
    editions.map((edition) => {
      const own = changed.filter(({ editionId }) => editionId === edition.id);
      const state = stateOf(edition, today, own);
      const printed = facts.filter(({ editionId }) => editionId === edition.id);
      return [edition.id, { state, facts: printed, changed: own }];
    }),
  );
  return (id) => now.get(id) ?? { state: "draft", facts: [], changed: [] };
}
