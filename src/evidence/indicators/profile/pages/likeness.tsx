import { TextLink } from "#ui/button.tsx";
import { methodPath } from "../addresses/rules.ts";
import type { PageProfile } from "../listing/rules.ts";
import type { Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

/** Which areas the profile is compared with as the similar ones, and by what they are alike. */
export function SimilarLead({ profile, language }: { profile: PageProfile; language: Language }) {
  const { similar } = profile;
  if (!similar) return null;
  const list = (words: readonly string[]) => words.join(language === "ja" ? "、" : ", ");
  return (
    <p className="mt-3 max-w-3xl text-dns-14N-130">
      {similar.reason === null
        ? TEXT.similarLead[language](list(similar.areas.map(({ name }) => name)), list(similar.variables))
        : TEXT.similarNone[similar.reason][language]}{" "}
      <TextLink to={methodPath("similar-areas")}>{TEXT.similarMethod[language]}</TextLink>
    </p>
  );
}
