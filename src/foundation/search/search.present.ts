import type { FoundKey, FoundKind, Hit, Language } from "./found.schema.ts";

/** What was found of one kind. */
export type FoundGroup = Readonly<{
  kind: string;
  name: string;
  position: number;
  hits: readonly Readonly<{ title: string; note: string; to: string }>[];
  /** Whether there are more than are shown. */
  more: boolean;
}>;

export const keyOf = ({ areaId, id }: FoundKey): string => `${areaId} ${id}`;

/** Of a hit leaves what a page shows, and no key. */
export const groupOf = (
  { kind, name, position }: FoundKind,
  hits: readonly Hit[],
  language: Language,
  most: number,
): FoundGroup => ({
  kind,
  name: name[language],
  position,
  hits: hits.slice(0, most).map(({ title, note, to }) => ({ title, note, to })),
  more: hits.length > most,
});
