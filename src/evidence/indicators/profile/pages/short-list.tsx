import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { indicatorPath } from "../addresses/rules.ts";
import type { PageProfile } from "../listing/rules.ts";
import type { Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

type Entry = PageProfile["worsening"][number];
const keyOf = ({ row }: Entry) => `${row.indicator.code}/${row.area.id}/${row.stratum_name}`;

/**
 * What is worse than elsewhere and getting worse, each with the sentence that says why. `issuePage` is where it can
 * be made a health issue of the area's plan, for who may.
 */
export function ShortList({
  profile,
  language,
  issuePage,
}: {
  profile: PageProfile;
  language: Language;
  issuePage: string | undefined;
}) {
  const chosen = new URLSearchParams(profile.worsening.map((entry) => ["from", keyOf(entry)]));
  return (
    <Section
      title={TEXT.worsening[language](profile.worsening.length)}
      id="worsening"
      actions={
        issuePage && profile.worsening.length > 0 ? (
          <ButtonLink to={`${issuePage}?${chosen}`} kind="primary">
            {TEXT.makeIssue[language]}
          </ButtonLink>
        ) : null
      }
    >
      {profile.worsening.length === 0 ? <p>{TEXT.worseningNone[language]}</p> : null}
      <ul className={profile.worsening.length > 0 ? "border-t border-solid-gray-300" : ""}>
        {profile.worsening.map(({ row, sentence }) => (
          <li key={keyOf({ row, sentence })} className="border-b border-solid-gray-300 py-3">
            <p className="text-std-18B-160">
              <span aria-hidden="true" className="mr-2 text-error-2">
                ▲
              </span>
              <TextLink to={indicatorPath(profile.area, row, language)}>
                {row.indicator.name}
                {row.stratum_name ? `（${row.stratum_name}）` : ""}
              </TextLink>
              {row.area.relation === "self" ? null : (
                <span className="ml-3 text-std-16N-170">{row.area.name}</span>
              )}
            </p>
            <p className="mt-1">{sentence}</p>
          </li>
        ))}
      </ul>
      <details className="no-print mt-3">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          {TEXT.rule[language]}
        </summary>
        <p className="max-w-3xl">{TEXT.ruleText[language]}</p>
      </details>
    </Section>
  );
}
