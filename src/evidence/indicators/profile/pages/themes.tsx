import { TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { inLanguage } from "../addresses/rules.ts";
import type { ListedRow } from "../listing/rules.ts";
import { type Language, THEMES } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

type Theme = ListedRow["indicator"]["theme"];

/** The ways to the pages of single topics. */
export function Themes({
  area,
  themes,
  language,
}: {
  area: { slug: string };
  themes: readonly Theme[];
  language: Language;
}) {
  if (themes.length === 0) return null;
  return (
    <nav aria-label={TEXT.byTheme[language]} className="no-print">
      <Section title={TEXT.byTheme[language]}>
        <ul className="flex flex-wrap gap-x-6">
          {themes.map((theme) => (
            <li key={theme} className="py-2">
              <TextLink to={`/areas/${area.slug}/themes/${theme}${inLanguage(language)}`}>
                {THEMES[theme][language]}
              </TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </nav>
  );
}
