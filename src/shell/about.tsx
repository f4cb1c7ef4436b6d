import { requestOf } from "#foundation/identity/public.ts";
import { notFound } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Prose } from "#ui/prose.tsx";
import type { Route } from "./+types/about";
import { ABOUT, isSitePage } from "./messages.ts";
import { siteText, windowsOf } from "./site.server.ts";

/** What an operator says of itself is written in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params: { page } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  if (!isSitePage(page)) return shown<never>(notFound("page"));
  return { ...(await siteText(app, page)), windows: page === "contact" ? await windowsOf(app) : [] };
}

export default function About({ loaderData: { title, html, windows } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={title} />
      <Prose html={html} />
      {windows.length > 0 ? (
        <Section title={ABOUT.windows}>
          <ul>
            {windows.map(({ slug, name }) => (
              <li key={slug} className="py-1.5">
                <TextLink to={`/areas/${slug}/ask#office`}>{ABOUT.window(name)}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
