import type { AuditEntry } from "#foundation/authority/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { ListColumn, ListSpec } from "#platform/lists/list.ts";
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
export const fileColumns = (words: ActionWords): readonly ListColumn<ReadEntry>[] => [
  { key: "at", head: LOG.columns.at, cell: (entry) => showInstantJa(entry.at) },
  { key: "actor", head: LOG.columns.actor, cell: actorWords },
  { key: "grounds", head: LOG.columns.grounds, cell: (entry) => groundsWords(entry.grounds) },
  { key: "deed", head: LOG.columns.deed, cell: (entry) => deedWords(entry, words) },
  { key: "person", head: LOG.columns.person, cell: (entry) => entry.personName ?? "" },
  { key: "outcome", head: LOG.columns.outcome, cell: (entry) => LOG.outcomes[entry.outcome] },
  { key: "area", head: LOG.columns.area, cell: (entry) => entry.areaName },
  { key: "at-utc", head: "at", cell: (entry) => entry.at.toISOString() },
  { key: "id", head: "id", cell: (entry) => entry.id },
  { key: "area_id", head: "area_id", cell: (entry) => entry.areaId },
  { key: "actor-id", head: "actor", cell: (entry) => entry.actor },
  { key: "grounds-name", head: "grounds", cell: (entry) => entry.grounds },
  { key: "action", head: "action", cell: (entry) => entry.action },
  { key: "subject_type", head: "subject_type", cell: (entry) => entry.subjectType },
  { key: "subject_id", head: "subject_id", cell: (entry) => entry.subjectId },
  { key: "person-id", head: "person", cell: (entry) => entry.person },
  { key: "outcome-name", head: "outcome", cell: (entry) => entry.outcome },
  { key: "shown-ids", head: "shown", cell: (entry) => entry.shown?.join(" ") ?? "" },
];

/** The log as a list, the newest first. */
export const LOG_LIST = {
  columns: fileColumns({}),
  /** `who` is a part of the name of who acted or whom it concerns. */
  filter: {
    who: "text",
    action: "text",
    area: "text",
    from: "day",
    to: "day",
    outcome: ["granted", "refused"] as const,
  },
  fields: [
    { name: "who", type: "text", label: LOG.who, hint: LOG.whoHint },
    { name: "action", type: "select", label: LOG.action },
    { name: "area", type: "select", label: LOG.area },
    { name: "from", type: "day", label: LOG.from },
    { name: "to", type: "day", label: LOG.to },
    {
      name: "outcome",
      type: "select",
      label: LOG.outcome,
      options: (["granted", "refused"] as const).map((value) => ({ value, label: LOG.outcomes[value] })),
    },
  ],
  orders: {
    at: [
      { column: "at", type: "instant", of: (entry) => entry.at.toISOString() },
      { column: "id", type: "uuid", of: (entry) => entry.id },
    ],
  },
  first: "-at",
  rowsAPage: 50,
} satisfies ListSpec<ReadEntry>;
