import { showInstantJa } from "#platform/kernel/instant.ts";
import type { CarriedKind } from "./carried.schema.ts";
import type { LedgerEntry } from "./ledger.rules.ts";
import { EXCHANGE, flawWords } from "./messages.ts";

const { carried, ledger } = EXCHANGE;

export const kindRows = (kinds: readonly CarriedKind[]) =>
  kinds.map((kind) => ({
    name: kind.name,
    title: kind.title,
    direction: carried.directions[kind.direction],
    persons: kind.direction === "inwards" && kind.persons ? carried.persons.yes : carried.persons.no,
    basis: kind.basis,
  }));

export const bundleRow = (
  one: LedgerEntry & Readonly<{ partner: string; counts: unknown; kept: unknown }>,
  kinds: readonly CarriedKind[],
) => {
  const titles = new Map(kinds.map(({ name, title }) => [name, title]));
  const counts = Object.entries(one.counts as Record<string, number>);
  return {
    key: `${one.partner} ${one.outgoing} ${one.id}`,
    number: one.number,
    way: one.outgoing ? ledger.ways.out : ledger.ways.in,
    partner: one.partner,
    at: showInstantJa(one.madeAt),
    state: ledger.states[one.state],
    counts:
      counts.length === 0
        ? ledger.nothing
        : counts.map(([name, count]) => `${titles.get(name) ?? name} ${count}件`).join("、"),
    file: one.outgoing && one.kept ? `/exchange/${one.id}/file` : undefined,
    list: one.outgoing ? `/exchange/${one.id}/list.txt` : undefined,
  };
};

export const refusalRow = (one: Readonly<{ id: string; at: Date; flaw: string; file: string | null }>) => ({
  id: one.id,
  at: showInstantJa(one.at),
  why: flawWords(one.flaw, one.file),
});
