import { readFileSync } from "node:fs";
import type { ConsentText, DataClass, EmployerMayKnow } from "#foundation/consent/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";

type Language = Readonly<{
  name: string;
  body: string;
  items: Readonly<Record<DataClass, string>>;
  purposes: Readonly<Record<string, string>>;
  employer: Readonly<Record<EmployerMayKnow, string>>;
  noEnd: string;
}>;

/** Languages are data: who adds one to the file has it on the page. */
const FILE = new URL("../../../../reference/consent/texts.json", import.meta.url);
const { languages } = JSON.parse(readFileSync(FILE, "utf8")) as {
  languages: Readonly<Record<string, Language>>;
};

export const CONSENT_LANGUAGES = Object.entries(languages).map(([value, { name }]) => ({
  value,
  label: name,
}));

export type ConsentTerms = Readonly<{
  office: string;
  receiver: string;
  classes: readonly DataClass[];
  purpose: string;
  employer: EmployerMayKnow;
  until: PlainDate | null;
}>;

/** The text that somebody reads or is read to, whole. It names receiver and items, never the person. */
export function consentText(
  language: string,
  terms: ConsentTerms,
  from: Readonly<Record<string, Language>> = languages,
): ConsentText | undefined {
  const words = Object.hasOwn(from, language) ? from[language] : undefined;
  if (!words) return undefined;
  const japanese = language === "ja" || language === "easy";
  const values: Readonly<Record<string, string>> = {
    office: terms.office,
    receiver: terms.receiver,
    items: terms.classes.map((one) => words.items[one]).join(japanese ? "、" : ", "),
    purpose: words.purposes[terms.purpose] ?? terms.purpose,
    employer: words.employer[terms.employer],
    until: terms.until ? (japanese ? showDateJa(terms.until) : terms.until) : words.noEnd,
  };
  return { language, body: words.body.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all) };
}
