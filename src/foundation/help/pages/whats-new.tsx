import { PageHead } from "#ui/page.tsx";
import { Prose } from "#ui/prose.tsx";
import { whatIsNew } from "../handbook.queries.server.ts";
import { NEWS_TEXT } from "../help.messages.ts";
import type { Route } from "./+types/whats-new";

export const handle = { japaneseOnly: true };

export const loader = async () => ({ page: await whatIsNew() });

export default function WhatsNew({ loaderData: { page } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={NEWS_TEXT.title} lead={NEWS_TEXT.lead} />
      <Prose html={page.html} />
    </>
  );
}
