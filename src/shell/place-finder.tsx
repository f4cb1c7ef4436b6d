import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { HOME } from "./home.messages.ts";
import type { Language } from "./messages.ts";

/** A field for one's town, which leads to its window or to the health of its people. */
export function PlaceFinder({
  language,
  to,
  label,
  example,
  send,
  primary = false,
}: {
  language: Language;
  to: "ask" | "health";
  label: string;
  example: string;
  send: string;
  primary?: boolean;
}) {
  const id = `place-${to}`;
  return (
    <form action="/find" method="get" className="mt-4">
      <input type="hidden" name="for" value={to} />
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      <label htmlFor={id} className="block text-std-16B-170">
        {label}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id={id}
          type="search"
          name="q"
          required
          maxLength={100}
          autoComplete="postal-code"
          className="min-h-12 w-full min-w-0 rounded-8 border border-solid-gray-600 px-4 text-std-16N-170 sm:w-auto sm:grow sm:max-w-80"
        />
        <Button kind={primary ? "primary" : "secondary"} className="min-h-12 max-sm:w-full">
          {primary ? <Icon name="search" /> : null}
          {send}
        </Button>
      </div>
      {example ? <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{example}</p> : null}
    </form>
  );
}

type Tile = Readonly<{ at: string; slug: string; name: string; short: string; open: boolean }>;

/** Japan, a square for each prefecture: the second way in, after the field; on a phone a list takes its place. */
export function PrefectureMap({ tiles, language }: { tiles: readonly Tile[]; language: Language }) {
  const text = HOME[language];
  const query = language === "en" ? "&lang=en" : "";
  return (
    <>
      <nav aria-label={text.prefectures} className="mt-4 hidden sm:block">
        <p className="mb-2 flex items-center gap-2 text-dns-14N-130 text-solid-gray-700">
          <span aria-hidden="true" className="size-4 rounded-4 border-2 border-blue-900 bg-blue-50" />
          {text.open}
        </p>
        <ul className="grid max-w-lg grid-cols-12 gap-1">
          {tiles.map(({ at, slug, name, short, open }) => (
            <li key={slug} className={at} lang="ja">
              <a
                href={`/areas?prefecture=${slug}${query}`}
                aria-label={open ? text.opened(name) : name}
                className={`flex h-8 items-center justify-center rounded-4 whitespace-nowrap tracking-tighter hover:bg-blue-100 ${short.length > 2 ? "text-[0.625rem]" : "text-[0.75rem]"} ${open ? "border-2 border-blue-900 bg-blue-50 font-bold text-blue-900" : "border border-solid-gray-420 text-solid-gray-900"}`}
              >
                {short}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mt-3">
        <a
          href={`/areas${language === "en" ? "?lang=en" : ""}`}
          className="inline-flex min-h-11 items-center gap-2 text-blue-1000 underline underline-offset-4"
        >
          <Icon name="map" />
          <span className="sm:hidden">{text.prefectures}</span>
          <span className="hidden sm:inline">{text.all}</span>
        </a>
      </p>
    </>
  );
}
