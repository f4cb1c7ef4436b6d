import { askedText, spelledWords } from "#foundation/search/public.ts";
import type { Hours } from "../model/hours.rules.ts";
import { KIND_WORDS, TOPIC_WORDS } from "../model/resource.messages.ts";
import { KINDS, SIZES, type Size, WEEKDAYS, type Weekday } from "../model/resource-lists.schema.ts";

/**
 * Marks by which a row is found beside the pairs of letters in its words. They begin with a sign that no word holds, so
 * that a mark is never taken for a pair.
 */
export const markOf = {
  area: (id: string) => `|a${id}`,
  kind: (kind: string) => `|k${kind}`,
  topic: (topic: string) => `|t${topic}`,
  day: (day: Weekday) => `|d${day}`,
  size: (size: Size) => `|s${size}`,
  language: (language: string) => `|l${language}`,
  free: "|f",
  evening: "|e",
};

const EVENING = "18:00";
const folded = (words: Readonly<Record<string, readonly string[] | undefined>>) =>
  Object.entries(words).flatMap(([key, own = []]) =>
    own.map((word) => [key, spelledWords(word).join(" ")] as const),
  );
const TOPIC_BY_WORD = folded(TOPIC_WORDS);
const KIND_BY_WORD = folded(KIND_WORDS).filter(([key]) => (KINDS as readonly string[]).includes(key));

const topicsIn = (words: string): string[] => [
  ...new Set(TOPIC_BY_WORD.filter(([, word]) => words.includes(word)).map(([topic]) => topic)),
];

/** Topics that the row's own words speak of, whatever was ticked. */
export const topicsSaid = (text: string): string[] => topicsIn(spelledWords(text).join(" "));

/** On which weekdays it may be open, holidays aside. */
export const weekdaysOf = ({ rows }: Hours): Weekday[] =>
  WEEKDAYS.filter((day) => rows.some((row) => row.days.includes(day)));
export const opensLate = ({ rows }: Hours): boolean => rows.some(({ to }) => to > EVENING);

/** Bands of sizes that a row takes. */
export const sizesOf = (from: number | null, to: number | null): Size[] =>
  SIZES.filter((size, at) => {
    const most = at + 1 < SIZES.length ? Number(SIZES[at + 1]) - 1 : Infinity;
    return (from ?? 0) <= most && (to ?? Infinity) >= Number(size);
  });

const DAYS_SAID: Readonly<Record<string, Weekday>> = {
  ...{ 月曜: "MO", 火曜: "TU", 水曜: "WE", 木曜: "TH", 金曜: "FR", 土曜: "SA", 日曜: "SU" },
  ...{ 土日: "SA", どよう: "SA", 土: "SA", にちよう: "SU", saturday: "SA", sunday: "SU" },
  ...{ げつよう: "MO", かよう: "TU", すいよう: "WE", もくよう: "TH", きんよう: "FR" },
};
/** In the spelling of the search, in which Latin letters are one way of romaji. */
const DAY_WORDS = Object.entries(DAYS_SAID).map(([said, day]) => [spelledWords(said).join(""), day] as const);
const spelled = (words: readonly string[]) => words.flatMap((word) => spelledWords(word));
const EVENING_WORDS = spelled(["夜間", "夜", "夕方", "仕事帰り", "よる"]);
const FREE_WORDS = spelled(["無料", "むりょう", "ただ", "free"]);
/** Said around what is meant, and found nowhere. */
const FILLING = /^(ください|したい|したいです|について|教えて|相談|の|を|に|で)$/;

export type Asked = Readonly<{ marks: readonly string[]; words: readonly string[] }>;

/** What somebody asks for in plain words: marks for what we know by other words too, and the rest as it is. */
export function readNeed(text: string): Asked {
  const marks = new Set<string>();
  const rest: string[] = [];
  for (const word of spelledWords(text)) {
    const day = DAY_WORDS.find(
      ([said]) => word === said || word === `${said}日` || (said.length > 1 && word.startsWith(said)),
    );
    const topics = TOPIC_BY_WORD.filter(([, said]) => word.includes(said));
    const longest = topics.toSorted((a, b) => b[1].length - a[1].length)[0];
    const kind = KIND_BY_WORD.find(([, said]) => word === said);
    if (day) marks.add(markOf.day(day[1]));
    else if (EVENING_WORDS.includes(word)) marks.add(markOf.evening);
    else if (FREE_WORDS.includes(word)) marks.add(markOf.free);
    else if (kind) marks.add(markOf.kind(kind[0]));
    else if (longest) marks.add(markOf.topic(longest[0]));
    else if (!FILLING.test(word)) rest.push(word);
  }
  return { marks: [...marks], words: rest };
}

/** What the index is asked for. */
export const tokensAsked = ({ marks, words }: Asked): string[] => [
  ...marks,
  ...(words.length === 0 ? [] : askedText(words.join(" ")).grams[2]!),
];
