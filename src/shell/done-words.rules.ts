/** Past forms that a rule by their ending would get wrong, or that no rule knows. */
const IRREGULAR: Readonly<Record<string, string>> = {
  見た: "見ました",
  行った: "行いました",
  申し出た: "申し出ました",
  扱った: "扱いました",
  使った: "使いました",
};

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/した$/, "しました"],
  [/([えけせてねへめれげぜでべ])た$/, "$1ました"],
  [/った$/, "りました"],
  [/いた$/, "きました"],
  [/んだ$/, "みました"],
];

/**
 * What was just done, as it is said to who did it: the audit log's words in the polite past. Nothing where they name a
 * person, which is for the log alone.
 */
export function doneWords(words: string | undefined): string | undefined {
  if (!words || words.includes("{")) return undefined;
  // By which way it was done is for the log.
  return `${polite(words.replace(/（[^）]*）$/, ""))}。`;
}

function polite(words: string): string {
  for (const [plain, said] of Object.entries(IRREGULAR))
    if (words.endsWith(plain)) return words.slice(0, -plain.length) + said;
  const fits = ENDINGS.find(([ending]) => ending.test(words));
  return fits ? words.replace(...(fits as [RegExp, string])) : words;
}
