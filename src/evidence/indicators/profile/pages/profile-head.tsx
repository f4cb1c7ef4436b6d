import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { inLanguage } from "../addresses/rules.ts";
import type { PageProfile } from "../listing/rules.ts";
import type { Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";
import { KeyFacts } from "./key-facts.tsx";

const say = TEXT;

/** Whose profile it is, and what can be done with it. */
export function ProfileHead({
  profile,
  base,
  language,
  empty,
  mayPublish,
  answered,
  served,
}: {
  profile: PageProfile;
  base: string;
  language: Language;
  empty: boolean;
  mayPublish: boolean;
  answered: boolean;
  served: boolean;
}) {
  const staff = profile.audience === "staff";
  return (
    <PageHead
      title={say.title[language](profile.area.name)}
      lead={<KeyFacts profile={profile} language={language} />}
      actions={
        <>
          {served && !staff ? (
            <ButtonLink to={`${base}/ask${inLanguage(language)}`} kind="primary">
              {say.ask[language]}
            </ButtonLink>
          ) : null}
          {answered ? (
            <ButtonLink to={`${base}/plan/published${inLanguage(language)}`}>{say.plan[language]}</ButtonLink>
          ) : null}
          {empty && !mayPublish ? null : (
            <>
              <ButtonLink to={`${base}/districts`}>{say.districts[language]}</ButtonLink>
              <PrintButton label={say.print[language]} />
              <ButtonLink to={`${base}/profile.csv`} reload>
                {say.csv[language]}
              </ButtonLink>
              {mayPublish ? (
                <ButtonLink to={`${base}/publication`}>{say.publication[language]}</ButtonLink>
              ) : null}
            </>
          )}
        </>
      }
    />
  );
}

/** What to do where nothing is known of the area yet. */
export function NothingYet({
  mayPublish,
  staff,
  language,
}: {
  mayPublish: boolean;
  staff: boolean;
  language: Language;
}) {
  return (
    <Empty title={staff ? say.emptyStaff[language] : say.emptyTitle[language]}>
      <p>{staff ? say.emptyStaffNext[language] : say.emptyNext[language]}</p>
      {mayPublish ? (
        <p className="mt-4">
          <ButtonLink to="/imports">{say.import[language]}</ButtonLink>
        </p>
      ) : (
        <p className="mt-4">
          <ButtonLink to={`/areas${inLanguage(language)}`}>{say.otherAreas[language]}</ButtonLink>
        </p>
      )}
    </Empty>
  );
}
