import type { AuditEntry } from "#foundation/authority/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { ListColumn, ListSpec } from "#platform/lists/list.ts";
import type { Verification } from "../chain/chain.rules.ts";
import type { ActionWords, Kinds } from "../schema.ts";
import { LOG, PROOF } from "./messages.ts";
import type { ReadEntry, Thing } from "./schema.ts";

/** The users whom an entry names. */
export const peopleIn = ({ actor, person, subjectType, subjectId, shown }: AuditEntry): string[] => [
  actor,
  ...(person === null ? [] : [person]),
  ...(subjectType === "user" && subjectId !== null ? [subjectId] : []),
  ...(shown ?? []).flatMap((one) => (one.startsWith("user:") ? [one.slice("user:".length)] : [])),
];

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
  subject: entry.subjectId === null ? undefined : thingOf(`${entry.subjectType}:${entry.subjectId}`, people),
  things: (entry.shown ?? []).map((one) => thingOf(one, people)),
});

function thingOf(text: string, people: ReadonlyMap<string, string>): Thing {
  const [type, id] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  return { type, id, name: type === "user" ? people.get(id) : undefined };
}

/** Who acted, as a person says it. */
export function actorWords(entry: ReadEntry): string {
  if (entry.actor === "<visitor>") return LOG.visitor;
  const link = /^<link:(.*)>$/.exec(entry.actor)?.[1];
  if (link !== undefined) return LOG.links[link as keyof typeof LOG.links] ?? LOG.holder;
  if (entry.actor.startsWith("<")) return LOG.system(entry.actor.slice(1, -1));
  return entry.actorName ?? LOG.unknownPerson;
}

/** By which way it came: signed in, by a link, or by itself. */
export const wayOf = ({ actor }: Pick<ReadEntry, "actor">): string =>
  LOG.ways[
    actor === "<visitor>"
      ? "visitor"
      : actor.startsWith("<link:")
        ? "link"
        : actor === "<cli>"
          ? "cli"
          : actor.startsWith("<")
            ? "service"
            : "person"
  ];

/** A thing as a person reads it: 「依頼 0198f2a0…」, or the user's name. */
export const thingWords = ({ type, id, name }: Thing, kinds: Kinds): string =>
  name ?? `${kinds[type] ?? type} ${id}`;

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

const MOST_THINGS = 100;

/** What a row of the page opens to. */
export function detailsOf(entry: ReadEntry, kinds: Kinds) {
  const said = (thing: Thing) => ({
    about: `${thing.type}:${thing.id}`,
    words: thingWords(thing, kinds),
  });
  return {
    subject: entry.subject && said(entry.subject),
    things: entry.things.slice(0, MOST_THINGS).map(said),
    more: Math.max(0, entry.things.length - MOST_THINGS),
    way: wayOf(entry),
    grounds: groundsWords(entry.grounds),
    outcome: LOG.outcomes[entry.outcome],
    entry: entry.id,
  };
}
export type EntryDetails = ReturnType<typeof detailsOf>;

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
  { key: "shown-count", head: LOG.columns.shown, cell: (entry) => entry.things.length },
  { key: "shown-ids", head: "shown", cell: (entry) => entry.shown?.join(" ") ?? "" },
];

/** The log as a list, the newest first. */
export const LOG_LIST = {
  columns: fileColumns({}),
  /** `who` is a part of the name of who acted or whom it concerns; `about` names what was looked at or changed. */
  filter: {
    who: "text",
    about: "text",
    action: "text",
    area: "text",
    from: "day",
    to: "day",
    outcome: ["granted", "refused"] as const,
  },
  fields: [
    { name: "who", type: "text", label: LOG.who, hint: LOG.whoHint },
    { name: "about", type: "text", label: LOG.about, hint: LOG.aboutHint },
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

/** An entry as one line of the command line. */
export function entryLine(entry: ReadEntry, words: ActionWords): string {
  const about = entry.subjectId === null ? entry.subjectType : `${entry.subjectType}:${entry.subjectId}`;
  return [
    showInstantJa(entry.at),
    actorWords(entry),
    groundsWords(entry.grounds),
    deedWords(entry, words),
    about,
    `${LOG.columns.shown} ${entry.things.length}`,
    LOG.outcomes[entry.outcome],
    entry.areaName,
  ].join("\t");
}

/** What a verification found, as one sentence with its time and the head to note. */
export function proofOf(
  { unbroken, entries, findings, head }: Pick<Verification, "unbroken" | "entries" | "findings" | "head">,
  at: Date,
) {
  const when = showInstantJa(at);
  return {
    sound: unbroken,
    sentence: unbroken
      ? PROOF.sound(when, entries, head ? PROOF.head(head.area, head.seq, head.hash) : "")
      : PROOF.broken(when, entries, findings.length),
  };
}
