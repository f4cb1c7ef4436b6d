import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Prose } from "#ui/prose.tsx";
import { TEXT } from "../messages.ts";
import { listMethods, methodPage } from "../usecases.server.ts";
import type { Route } from "./+types/method";

export async function loader({ params, url }: Route.LoaderArgs) {
  const language: "ja" | "en" = url.searchParams.get("lang") === "en" ? "en" : "ja";
  const { method } = params;
  return method === undefined
    ? { language, method, groups: await listMethods(language) }
    : { language, method, page: shown(await methodPage(method, language)) };
}

export default function Method({ loaderData }: Route.ComponentProps) {
  const { language, method, groups, page } = loaderData;
  const query = language === "en" ? "?lang=en" : "";
  const other = `/methods${method ? `/${method}` : ""}${language === "en" ? "" : "?lang=en"}`;
  if (groups) {
    return (
      <>
        <PageHead title={TEXT.title[language]} lead={TEXT.lead[language]} />
        {groups.map(({ title, methods }) => (
          <Section key={title} title={title}>
            <ul className="max-w-3xl">
              {methods.map((one) => (
                <li key={one.name} className="border-b border-solid-gray-300 py-2.5">
                  <TextLink to={`/methods/${one.name}${query}`}>{one.title}</TextLink>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </>
    );
  }
  return (
    <>
      <PageHead
        title={page.title}
        lead={
          <span className="flex flex-wrap gap-x-6">
            <TextLink to={`/methods${query}`}>{TEXT.list[language]}</TextLink>
            <TextLink to={other}>{TEXT.other[language]}</TextLink>
          </span>
        }
      />
      {page.parts.map(({ html, lang }) => (
        <Prose key={html} lang={lang} html={html} />
      ))}
    </>
  );
}
