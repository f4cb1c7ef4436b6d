import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { type Language, PUBLIC_TEXT } from "../model/published-plan.messages.ts";
import { groupsOf } from "../publishing/published-plan.present.ts";
import { findPublishedPlan } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/published";
import { PublishedGoalPart } from "./published-goal.tsx";

/** The published plan, for anyone, in Japanese and English; what people wrote stays as they wrote it. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlan(app, actor, { text: params.area }));
  const language: Language = new URL(request.url).searchParams.get("lang") === "en" ? "en" : "ja";
  const published = shown(await findPublishedPlan(app, actor, { area: area.id }));
  const day = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", {
    timeZone: "Asia/Tokyo",
    dateStyle: "long",
  });
  return {
    name: area.name,
    slug: area.slug,
    language,
    version: published?.version ?? null,
    day: published ? day.format(published.publishedAt) : "",
    groups: published ? groupsOf(published.body) : [],
  };
}

export default function Published({ loaderData }: Route.ComponentProps) {
  const { name, slug, language, version, day, groups } = loaderData;
  const say = PUBLIC_TEXT[language];
  return (
    <>
      <PageHead
        title={say.title(name)}
        lead={version === null ? undefined : say.published(version, day)}
        actions={
          <ButtonLink to={`/areas/${slug}${language === "en" ? "?lang=en" : ""}`}>{say.profile}</ButtonLink>
        }
      />
      {version === null ? <Empty title={say.none} /> : null}
      {groups.map((group) => (
        <Section key={group.issue ?? "none"} title={group.issue ?? say.noIssue}>
          {group.evidence.length > 0 ? (
            <ul className="list-disc pl-6">
              {group.evidence.map((one) => (
                <li key={one.text}>
                  {one.text}
                  {one.source ? (
                    <span className="text-dns-14N-130 text-solid-gray-800">（{one.source}）</span>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
          {group.goals.map((goal) => (
            <PublishedGoalPart
              key={goal.goal ?? "none"}
              of={goal}
              hasIssue={group.issue !== null}
              language={language}
            />
          ))}
        </Section>
      ))}
      {version === null ? null : (
        <p className="mt-8">
          <TextLink to={`/api/v1/areas/${slug}/plan`} reload>
            {say.api}
          </TextLink>
        </p>
      )}
    </>
  );
}
