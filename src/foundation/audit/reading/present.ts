import type { AuditEntry } from "#foundation/authority/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import type { CsvColumn } from "#platform/files/csv-writer.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { ActionWords } from "../schema.ts";
import { LOG } from "./messages.ts";
import type { ReadEntry } from "./schema.ts";

/** An entry with the names that a person reads. */
export const presentEntry = (
  entry: AuditEntry,
  people: ReadonlyMap<string, string>,
  areaName: string | undefined,
): ReadEntry => ({
  areaId: entry.areaId,
  id: entry.id,
  at: entry.at,
  actor: entry.actor,
  grounds: entry.grounds,
  action: entry.action,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  person: entry.person,
  outcome: entry.outcome,
  shown: entry.shown,
  actorName: people.get(entry.actor),
  personName: entry.person === null ? undefined : people.get(entry.person),
  areaName: areaName ?? entry.areaId,
});

/** Who acted, as a person says it. */
export function actorWords(entry: ReadEntry): string {
  if (entry.actor === "<visitor>") return LOG.visitor;
  if (entry.actor.startsWith("<link:")) return LOG.holder;
  if (entry.actor.startsWith("<")) return LOG.system(entry.actor.slice(1, -1));
  return entry.actorName ?? LOG.unknownPerson;
}

/** Under which role. */
export function groundsWords(grounds: string): string {
  if (grounds in ROLE_NAMES) return ROLE_NAMES[grounds as keyof typeof ROLE_NAMES];
  return LOG.grounds[grounds as keyof typeof LOG.grounds] ?? grounds;
}

/** What was done, of whom: 「浜田保健所 保健師の紹介状を見た」. */
export function deedWords(entry: ReadEntry, words: ActionWords): string {
  const known = words[entry.action];
  const sentence = known
    ? entry.outcome === "granted"
      ? known.done
      : known.refused
    : LOG.unnamed(entry.action, entry.outcome);
  const own = entry.person !== null && entry.person === entry.actor;
  return sentence.replaceAll(
    "{person}",
    own ? LOG.oneself : entry.person === null ? LOG.nobody : (entry.personName ?? LOG.unknownPerson),
  );
}

/** The columns of the file; ids beside names, so that it can be joined with others. */
export const csvColumns = (words: ActionWords): readonly CsvColumn<ReadEntry>[] => [
  { head: LOG.columns.at, cell: (entry) => showInstantJa(entry.at) },
  { head: LOG.columns.actor, cell: actorWords },
  { head: LOG.columns.grounds, cell: (entry) => groundsWords(entry.grounds) },
  { head: LOG.columns.deed, cell: (entry) => deedWords(entry, words) },
  { head: LOG.columns.person, cell: (entry) => entry.personName ?? "" },
  { head: LOG.columns.outcome, cell: (entry) => LOG.outcomes[entry.outcome] },
  { head: LOG.columns.area, cell: (entry) => entry.areaName },
  { head: "at", cell: (entry) => entry.at.toISOString() },
  { head: "id", cell: (entry) => entry.id },
  { head: "area_id", cell: (entry) => entry.areaId },
  { head: "actor", cell: (entry) => entry.actor },
  { head: "grounds", cell: (entry) => entry.grounds },
  { head: "action", cell: (entry) => entry.action },
  { head: "subject_type", cell: (entry) => entry.subjectType },
  { head: "subject_id", cell: (entry) => entry.subjectId },
  { head: "person", cell: (entry) => entry.person },
  { head: "outcome", cell: (entry) => entry.outcome },
  { head: "shown", cell: (entry) => entry.shown?.join(" ") ?? "" },
];
