import { requestOf } from "#foundation/identity/public.ts";
import { awayFrom } from "#platform/web/away.ts";
import { shown } from "#platform/web/refusal.ts";
import { Leave } from "#ui/leave.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { KOKORO, spokenIn } from "../model/kokoro.messages.ts";
import { readPublicPage } from "../support/public-page.queries.server.ts";
import type { Route } from "./+types/return-to-work";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  if (url.searchParams.has("leave")) throw awayFrom();
  const { app, actor } = requestOf(context);
  shown(await readPublicPage(app, actor, params));
  return { language: spokenIn(url) };
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** One sheet that its owner prints and writes on. Nothing of it is kept here. */
export default function ReturnToWork({ loaderData: { language } }: Route.ComponentProps) {
  const { leave, returning: say } = KOKORO[language];
  return (
    <div lang={language}>
      <PageHead title={say.title} lead={say.lead} actions={<PrintButton label={say.print} />} />
      {say.rows.map(([head, hint]) => (
        <Section key={head} title={head!} lead={hint}>
          <div className="h-20 border-b border-solid-gray-420" />
        </Section>
      ))}
      <Section title={say.share}>
        <ul className="flex flex-wrap gap-6">
          {say.shares.map((one) => (
            <li key={one}>□ {one}</li>
          ))}
        </ul>
      </Section>
      <Leave label={leave} />
    </div>
  );
}
