import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as japanese from "@zxcvbn-ts/language-ja";
import { hasKana, romanised } from "./kana.rules.ts";
import { LONG, LONGEST, SHORT } from "./password.schema.ts";

/** Of zxcvbn's five steps: 10^8 guesses where the password stands alone, 10^6 where a second factor stands behind it. */
const STRONG_ENOUGH = { alone: 3, withFactor: 2 } as const;

export type PasswordProblem =
  | "too-short"
  | "too-short-with-factor"
  | "too-long"
  | "common"
  | "dates"
  | "about-you"
  | "pattern";

let checker: ZxcvbnFactory | undefined;

/** What is wrong with a password, worst first; undefined where nothing is. `about` are words that an acquaintance would try first, `site` is the name of the door. */
export function passwordProblem(
  password: string,
  facts: { secondFactor: boolean; about: readonly string[]; site?: string },
): PasswordProblem | undefined {
  const length = [...password].length;
  if (length > LONGEST) return "too-long";
  if (length < (facts.secondFactor ? SHORT : LONG))
    return facts.secondFactor ? "too-short-with-factor" : "too-short";
  const about = facts.about.flatMap(partsOf);
  // Full-width letters are typed by accident and guessed like narrow ones; kana are guessed from lists in Latin letters.
  const plain = password.normalize("NFKC").toLowerCase();
  if (isMadeOf(plain, about)) return "about-you";
  const everybodys = [...EVERYBODYS, ...partsOf(facts.site ?? "")].filter((word) => word !== "");
  if (isMadeOf(plain, [...about, ...everybodys])) return "common";
  if (isMadeOfDates(plain)) return "dates";
  const strong = facts.secondFactor ? STRONG_ENOUGH.withFactor : STRONG_ENOUGH.alone;
  const spellings = hasKana(plain) ? [plain, romanised(plain)] : [plain];
  for (const spelling of spellings) {
    const { score, sequence } = check(spelling, [...about, ...everybodys]);
    if (score < strong) return sequence.some((match) => "dictionaryName" in match) ? "common" : "pattern";
  }
  return undefined;
}

function check(text: string, known: readonly string[]) {
  checker ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...japanese.dictionary },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: false,
  });
  return checker.check(text, [...known]);
}

/** Whether hardly a letter stays when these words, digits and signs are taken out. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  let rest = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, "");
  return rest !== text && [...rest.replace(/[^\p{L}]/gu, "")].length < SHORT / 2;
}

/** Whether hardly a sign stays when years, months, seasons and eras are taken out. */
function isMadeOfDates(text: string): boolean {
  const rest = text.replace(DATES, "").replace(/[^\p{L}\p{N}]/gu, "");
  return rest !== text && [...rest].length < SHORT / 2;
}

const DATES = new RegExp(
  [
    "(?:19|20)\\d{2}",
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?",
    "nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|haru|natsu|aki|fuyu",
    "(?:reiwa|heisei|sh[o]u?wa|令和|平成|昭和)?\\d{0,2}(?:nen|gatsu|nichi|年|月|日)",
    "reiwa|heisei|showa|shouwa|令和|平成|昭和",
  ].join("|"),
  "gu",
);

/** Words that everybody thinks of at this door, or knows by heart, and that stand in no list. */
const EVERYBODYS = [
  ...[
    "yui",
    "hokenjo",
    "hokensho",
    "kenkou",
    "kenko",
    "chiiki",
    "shokuiki",
    "hamada",
    "sagamihara",
    "password",
  ],
  ...[
    "保健所",
    "健康",
    "地域",
    "職域",
    "浜田",
    "相模原",
    "いろはにほへとちりぬるを",
    "irohanihohetochirinuru",
    "kenkouzukuri",
    "kenkozukuri",
    "hokenshi",
    "correcthorsebatterystaple",
  ],
];

function partsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  const parts = plain
    .split(/[\s@._+-]+/)
    .filter((part) => [...part].length >= (/^[a-z0-9]+$/.test(part) ? 3 : 2));
  return [plain, ...parts];
}
