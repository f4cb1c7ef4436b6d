import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { Prose } from "#ui/prose.tsx";
import { TEXT } from "../messages.ts";
import { methodPage } from "../usecases.server.ts";
import type { Route } from "./+types/method";

export async function loader({ params, url }: Route.LoaderArgs) {
  const language = url.searchParams.get("lang") === "en" ? "en" : "ja";
  return {
    page: shown(await methodPage(params.method)),
    list: params.method === undefined,
    language,
  } as const;
}

export default function Method({ loaderData }: Route.ComponentProps) {
  const { page, list, language } = loaderData;
  return (
    <>
      <PageHead
        title={list ? TEXT.title[language] : page.title}
        lead={list ? TEXT.lead[language] : <TextLink to="/methods">{TEXT.list[language]}</TextLink>}
      />
      <Prose lang="en" html={page.html} />
    </>
  );
}
