import { PageHead } from "#ui/page.tsx";
import { GLOSSARY } from "../glossary.messages.ts";
import { GLOSSARY_TEXT } from "../help.messages.ts";
import type { Route } from "./+types/glossary";

const WORDS = [...GLOSSARY].sort((a, b) => a.kana.localeCompare(b.kana, "ja"));

export const loader = ({ url }: Route.LoaderArgs) => ({
  language: url.searchParams.get("lang") === "en" ? ("en" as const) : ("ja" as const),
  words: WORDS,
});

export default function Glossary({ loaderData: { language, words } }: Route.ComponentProps) {
  const { title, lead } = GLOSSARY_TEXT[language];
  return (
    <>
      <PageHead title={title} lead={lead} />
      <dl className="max-w-3xl">
        {words.map((one) => (
          <div key={one.term} id={one.term} className="border-b border-solid-gray-300 py-3">
            <dt className="text-std-16B-170" lang="ja">
              {one.term}
              <span className="ml-3 text-dns-14N-130 text-solid-gray-700">{one.kana}</span>
            </dt>
            <dd className="text-std-16N-170">{one[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
