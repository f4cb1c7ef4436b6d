import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as japanese from "@zxcvbn-ts/language-ja";
import { LONG, LONGEST, SHORT } from "./schema.ts";

/** Of zxcvbn's five steps: 10^8 guesses where the password stands alone, 10^6 where a second factor stands behind it. */
const STRONG_ENOUGH = { alone: 3, withFactor: 2 } as const;

export type PasswordProblem =
  | "too-short"
  | "too-short-with-factor"
  | "too-long"
  | "common"
  | "about-you"
  | "pattern";

let checker: ZxcvbnFactory | undefined;

/** What is wrong with a password, worst first; undefined where nothing is. `about` are words that an acquaintance would try first. */
export function passwordProblem(
  password: string,
  facts: { secondFactor: boolean; about: readonly string[] },
): PasswordProblem | undefined {
  const length = [...password].length;
  if (length > LONGEST) return "too-long";
  if (length < (facts.secondFactor ? SHORT : LONG))
    return facts.secondFactor ? "too-short-with-factor" : "too-short";
  checker ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...japanese.dictionary },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: false,
  });
  const about = facts.about.flatMap(partsOf);
  // Full-width letters are typed by accident and guessed like narrow ones.
  const result = checker.check(password.normalize("NFKC"), [...about, ...OUR_WORDS]);
  if (result.score >= (facts.secondFactor ? STRONG_ENOUGH.withFactor : STRONG_ENOUGH.alone)) return undefined;
  const dictionaries = result.sequence.flatMap((match) =>
    "dictionaryName" in match ? [String(match.dictionaryName)] : [],
  );
  if (dictionaries.includes("userInputs")) return "about-you";
  return dictionaries.length > 0 ? "common" : "pattern";
}

/** Words of this app and its offices that everybody here would think of. */
const OUR_WORDS = [
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
];

function partsOf(text: string): string[] {
  const parts = text.split(/[\s@._+\-　]+/).filter((part) => [...part].length >= 3);
  return [text, ...parts];
}
