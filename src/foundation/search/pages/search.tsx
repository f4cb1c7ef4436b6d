import { Form } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { foundKindsContext, type Language } from "../found.schema.ts";
import { SEARCH_TEXT } from "../messages.ts";
import type { FoundGroup } from "../search.present.ts";
import { find } from "../search.usecases.server.ts";
import type { Route } from "./+types/search";

const LONGEST = 100;
/** So many of each kind, or of the one that was chosen. */
const MOST = { each: 6, one: 50 } as const;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const text = (url.searchParams.get("q") ?? "").slice(0, LONGEST).trim();
  const language: Language = url.searchParams.get("lang") === "en" ? "en" : "ja";
  const all = context.get(foundKindsContext);
  const only = all.find(({ kind }) => kind === url.searchParams.get("kind"))?.kind;
  const most = only ? MOST.one : MOST.each;
  const groups = shown(await find(app, actor, { text, kinds: all, language, most }));
  return { text, language, only, groups: only ? groups.filter(({ kind }) => kind === only) : groups };
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { text, language, only, groups } = loaderData;
  const say = SEARCH_TEXT[language];
  const address = (kind?: string) =>
    `?${new URLSearchParams({ q: text, ...(kind ? { kind } : {}), ...(language === "en" ? { lang: "en" } : {}) })}`;
  return (
    <>
      <PageHead title={text === "" ? say.title : say.results(text)} lead={text === "" ? say.lead : null} />
      <Form method="get" role="search" aria-label={say.title} className="flex flex-wrap items-end gap-x-4">
        {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
        <div className="w-full max-w-xl">
          <TextField
            label={say.words}
            hint={say.hint}
            name="q"
            type="search"
            defaultValue={text}
            required={false}
            maxLength={LONGEST}
          />
        </div>
        <Button kind="primary" className="my-5">
          {say.find}
        </Button>
      </Form>
      {text === "" ? null : (
        <div data-found>
          <Found groups={groups} text={text} language={language} address={address} all={only === undefined} />
          {only ? (
            <p className="mt-6">
              <TextLink to={address()}>{say.all}</TextLink>
            </p>
          ) : null}
        </div>
      )}
    </>
  );
}

function Found({
  groups,
  text,
  language,
  address,
  all,
}: {
  groups: readonly FoundGroup[];
  text: string;
  language: Language;
  address(kind: string): string;
  all: boolean;
}) {
  const say = SEARCH_TEXT[language];
  if (groups.length === 0) return <Empty title={say.none(text)}>{say.noneNext}</Empty>;
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <p data-found-count className="mt-2 text-std-16N-170">
        {say.count(count)}
      </p>
      {groups.map(({ kind, name, hits, more }) => (
        <section key={kind} aria-label={name} className="mt-6">
          <h2 className="border-b border-solid-gray-800 text-std-18B-160">{name}</h2>
          <ul>
            {hits.map((hit) => (
              <li key={hit.to + hit.title} className="border-b border-solid-gray-300">
                <a href={hit.to} className="block min-h-11 px-1 py-2 hover:bg-blue-50">
                  <span className="text-std-16N-170 text-blue-1000 underline underline-offset-4">
                    {hit.title}
                  </span>
                  {hit.note ? (
                    <span className="ml-3 text-dns-14N-130 text-solid-gray-700">{hit.note}</span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
          {more && all ? (
            <p className="mt-2">
              <TextLink to={`/search${address(kind)}`}>{say.more(name)}</TextLink>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}
