import { DeadPage } from "#ui/dead-page.tsx";
import { CHECK } from "../model/act.messages.ts";
import type { Spoken } from "../model/act.schema.ts";

/** The link of a check, or of answering together, that leads nowhere any more. */
export function DeadCheck({ language, area }: { language: Spoken; area: string | null }) {
  const text = CHECK[language];
  const lang = language === "en" ? "?lang=en" : "";
  const acts = area ? [{ to: `/areas/${area}/acts${lang}`, label: text.way }] : [];
  return (
    <DeadPage title={text.dead} why={text.deadWhy} ways={[...acts, { to: `/${lang}`, label: text.home }]} />
  );
}
