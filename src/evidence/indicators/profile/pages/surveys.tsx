import { Section } from "#ui/page.tsx";
import type { PageProfile } from "../listing/rules.ts";
import { type Language, showNumber, showYear } from "../messages.ts";

import { TEXT } from "../wording/messages.ts";
import { countText, Source } from "./known.tsx";

/** The surveys, how many answered, and what they found. */
export function Surveys({ profile, language }: { profile: PageProfile; language: Language }) {
  if (profile.surveys.length === 0) return null;
  return (
    <Section title={TEXT.surveys[language]} id="surveys">
      {profile.surveys.map((survey) => (
        <section key={`${survey.fiscal_year}/${survey.name}`} className="mb-6">
          <h3 className="text-std-18B-160">
            {showYear(survey.fiscal_year, language)} {survey.name}
          </h3>
          <p>
            {TEXT.response[language]}：
            {survey.response_percent === null ? (
              TEXT.noResponse[language]
            ) : (
              <>
                {countText(survey.surveyed, language)}
                {survey.unit}のうち{countText(survey.responded, language)}
                {survey.unit}（{showNumber(survey.response_percent, 1)}%）
              </>
            )}
          </p>
          {survey.findings.length > 0 ? (
            <ul className="list-disc pl-6">
              {survey.findings.map((finding) => (
                <li key={finding.finding}>{finding.finding}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      <Source of={profile.surveys} language={language} />
    </Section>
  );
}
