import { findableText } from "#foundation/search/public.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { foundUntil } from "../model/intake.rules.ts";
import { KIND_NAMES, KIND_WORDS, TOPIC_NAMES } from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { Topic } from "../model/resource-lists.schema.ts";
import { markOf, opensLate, sizesOf, topicsSaid, weekdaysOf } from "./need.rules.ts";

/** Where a row is looked for: ids of areas, and the names and readings of its municipality. */
export type Whereabouts = Readonly<{ areas: readonly string[]; words: string }>;

/** What is kept of a listed row for the search: its words first, then its marks. */
export function indexedRow(one: Resource, { areas, words }: Whereabouts, listedOn: PlainDate) {
  const said = [one.name, one.kana, one.provider, one.description, one.eligibility].join(" ");
  const topics = new Set([...one.topics, ...topicsSaid(said)]);
  const text = [
    ...[one.name, one.kana, one.provider, words, one.address, KIND_NAMES[one.kind].ja],
    ...(KIND_WORDS[one.kind] ?? []),
    ...[...topics].map((topic) => TOPIC_NAMES[topic as Topic].ja),
    ...[one.description, one.access],
  ].join(" ");
  return {
    tokens: [
      ...findableText(text).grams,
      ...areas.map(markOf.area),
      markOf.kind(one.kind),
      ...[...topics].map(markOf.topic),
      ...weekdaysOf(one.hours).map(markOf.day),
      ...sizesOf(one.sizeFrom, one.sizeTo).map(markOf.size),
      ...one.languages.map(markOf.language),
      ...(one.fee === "free" ? [markOf.free] : []),
      ...(opensLate(one.hours) ? [markOf.evening] : []),
    ],
    sort_key: one.kana || one.name,
    name: one.name,
    kind: one.kind,
    hours: one.hours,
    latitude: one.latitude,
    longitude: one.longitude,
    until: foundUntil(one.checkedOn, listedOn),
  };
}
