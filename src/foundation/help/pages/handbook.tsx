import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { Prose } from "#ui/prose.tsx";
import { handbookPart, listHandbook } from "../handbook.queries.server.ts";
import { HANDBOOK_TEXT } from "../help.messages.ts";
import type { Route } from "./+types/handbook";

export const handle = { japaneseOnly: true };

export async function loader({ params }: Route.LoaderArgs) {
  return params.part === undefined
    ? { parts: await listHandbook() }
    : { page: shown(await handbookPart(params.part)) };
}

export default function Handbook({ loaderData: { parts, page } }: Route.ComponentProps) {
  if (page) {
    return (
      <>
        <PageHead title={page.title} lead={<TextLink to="/handbook">{HANDBOOK_TEXT.all}</TextLink>} />
        <Prose html={page.html} />
      </>
    );
  }
  return (
    <>
      <PageHead title={HANDBOOK_TEXT.title} lead={HANDBOOK_TEXT.lead} />
      <ul className="max-w-3xl">
        {parts.map(({ name, title, lead }) => (
          <li key={name} className="border-b border-solid-gray-300 py-3">
            <TextLink to={`/handbook/${name}`}>{title}</TextLink>
            <p className="mt-1 text-std-16N-170">{lead}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
