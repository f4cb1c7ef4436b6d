import {
  KIND_NAMES,
  LANGUAGE_NAMES,
  type Language,
  SIZE_NAMES,
  TOPIC_NAMES,
} from "../model/resource.messages.ts";
import { KINDS, LANGUAGES, SIZES, TOPICS, WITHIN_KM } from "../model/resource-lists.schema.ts";
import { FIND } from "./find.messages.ts";
import type { FindQuery } from "./find.schema.ts";

type Names<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;
type Option = Readonly<{ value: string; label: string }>;

/** The fields that narrow the search. */
export function findFields(language: Language, towns: readonly Option[], { from }: FindQuery) {
  const options = <K extends string>(keys: readonly K[], names: Names<K>) =>
    keys.map((value) => ({ value: value as string, label: names[value][language] }));
  const text = FIND[language];
  const own = from?.includes(",") ? [{ value: from, label: text.ownPosition }] : [];
  return [
    { name: "kind", label: text.kind, options: options(KINDS, KIND_NAMES) },
    { name: "topic", label: text.topic, options: options(TOPICS, TOPIC_NAMES) },
    { name: "size", label: text.size, options: options(SIZES, SIZE_NAMES) },
    { name: "spoken", label: text.spoken, options: options(LANGUAGES, LANGUAGE_NAMES) },
    { name: "from", label: text.from, options: [...own, ...towns] },
    {
      name: "km",
      label: text.km,
      options: WITHIN_KM.map((km) => ({ value: km as string, label: text.kilometres(km) })),
    },
  ] as const;
}
export type FindFields = ReturnType<typeof findFields>;

/** The words of an address that asks the same. */
export const queryOf = (asked: FindQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) =>
      value === undefined || value === "" || key === "page" ? [] : [[key, String(value)]],
    ),
  );
