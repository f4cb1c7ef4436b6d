import { requestOf } from "#foundation/identity/public.ts";
import { readingsOf } from "#platform/web/languages.server.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Readings } from "#ui/readings.tsx";
import { FILE } from "../file/file.messages.ts";
import { BOOKLET_WORDS } from "../keep/booklet.messages.ts";
import { BOOKLET_PAGE } from "../keep/booklet-page.messages.ts";
import { bookletLanguageOf } from "../keep/keep.rules.ts";
import type { Route } from "./+types/booklet";

export function loader({ context, url }: Route.LoaderArgs) {
  const { actor } = requestOf(context);
  const language = bookletLanguageOf(url);
  const readings = readingsOf(url).filter(({ to }) => !/lang=(?!en$|easy$)/.test(to));
  return { language, readings, signedIn: actor.kind === "person" };
}

/** Where anybody begins: on paper without an account, or with one. */
export default function Booklet({ loaderData: { language, readings, signedIn } }: Route.ComponentProps) {
  const text = BOOKLET_PAGE[language];
  const words = BOOKLET_WORDS[language];
  const query = language === "ja" ? "" : `?lang=${language}`;
  return (
    <>
      <Readings label="言語・Languages" readings={readings} />
      <PageHead title={text.title} lead={text.lead} />
      <Section title={text.paper} lead={text.paperLead}>
        <p className="flex flex-wrap gap-4">
          <ButtonLink to={`/health-booklet/a4${query}`} reload>
            {text.a4}
          </ButtonLink>
          <ButtonLink to={`/health-booklet/a5${query}`} reload>
            {text.a5}
          </ButtonLink>
        </p>
      </Section>
      <Section title={text.account} lead={text.accountLead}>
        <p className="flex flex-wrap gap-4">
          {signedIn ? null : <ButtonLink to="/sign-up">{text.begin}</ButtonLink>}
          <ButtonLink to="/health-file">{text.open}</ButtonLink>
        </p>
      </Section>
      {language === "ja" ? (
        <Section title={text.who}>
          <Facts items={FILE.who.map(([name, value]) => ({ name, value }))} />
        </Section>
      ) : null}
      <Section title={words.changesTitle}>
        <Facts items={words.changes.map(([name, value]) => ({ name, value }))} />
      </Section>
    </>
  );
}
