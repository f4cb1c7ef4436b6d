import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { TIER_STARTS } from "../model/act.messages.ts";
import { PLEDGES, SOURCE } from "../model/pledge.messages.ts";
import { spokenIn } from "../model/spoken.rules.ts";
import { listActs } from "../promises/pledge.queries.server.ts";
import type { Route } from "./+types/acts";

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(searchParams);
  return { ...shown(await listActs(app, actor, { area, language })), language };
}

/** What each can do in an area, and who does it. */
export default function Acts({ loaderData: { area, tiers, language } }: Route.ComponentProps) {
  const text = PLEDGES[language];
  const lang = language === "en" ? "&lang=en" : "";
  return (
    <div lang={language}>
      <PageHead
        title={text.title}
        place={area.name}
        lead={text.lead}
        actions={
          <ButtonLink to={`/areas/${area.slug}/acts/check${lang.replace("&", "?")}`} kind="primary">
            {text.start}
          </ButtonLink>
        }
      />
      {tiers.map(({ tier, name, acts, pledges, initiatives }) => (
        <Section
          key={tier}
          title={name}
          actions={
            <TextLink to={`/areas/${area.slug}/acts/check?tier=${tier}${lang}`}>
              {TIER_STARTS[language][tier]}
            </TextLink>
          }
        >
          <ul className="list-disc pl-6">
            {acts.map((act) => (
              <li key={act.key}>{act.text}</li>
            ))}
          </ul>
          {tier === "person" ? null : (
            <>
              <h3 className="mt-4 text-std-18B-160">{text.who}</h3>
              {pledges.length === 0 ? <p>{text.none}</p> : null}
              <ul>
                {pledges.map((one) => (
                  <li key={one.id} className="border-b border-solid-gray-300 py-2">
                    <strong>{one.name}</strong> {one.action}
                    <span className="ml-2 text-dns-14N-130">
                      {one.year}
                      {one.done ? ` ✓ ${text.finish}` : ""}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {initiatives.length > 0 ? (
            <>
              <h3 className="mt-4 text-std-18B-160">{text.initiatives}</h3>
              <ul>
                {initiatives.map((one) => (
                  <li key={one.title} className="py-1">
                    {one.title}
                    {one.who ? `（${one.who}）` : ""}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Section>
      ))}
      <p className="my-8 text-dns-14N-130">{SOURCE[language]}</p>
    </div>
  );
}
