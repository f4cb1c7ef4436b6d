import { Form, Link } from "react-router";
import { Icon } from "./icon.tsx";

/** What the search of the frame says, and where its results stand. */
export type SearchPlace = Readonly<{
  action: string;
  language: string;
  label: string;
  words: string;
  keys: string;
  close: string;
  failed: string;
}>;

const BUTTON =
  "min-h-11 cursor-pointer rounded-8 border border-blue-900 px-3 text-oln-16B-100 text-blue-900 hover:bg-blue-100";
const FIELD = "min-h-11 rounded-8 border border-solid-gray-600 px-3 text-std-16N-170";

const Language = ({ language }: Pick<SearchPlace, "language">) =>
  language === "ja" ? null : <input type="hidden" name="lang" value={language} />;

/**
 * The search in the head of each page: a field that sends to the page of results, on a phone a way there, unless that stands
 * `below` in the bar. No landmark:
 * pages that search have one of their own, and two would be told apart by nothing.
 */
export function Search({ place, below }: { place: SearchPlace; below: boolean }) {
  const { action, language, label, words } = place;
  return (
    <>
      <Form action={action} method="get" className="hidden items-center gap-2 desktop:flex">
        <Language language={language} />
        <input
          type="search"
          name="q"
          aria-label={words}
          placeholder={words}
          maxLength={100}
          className={`${FIELD} w-72 placeholder:text-solid-gray-600`}
        />
        <button type="submit" className={BUTTON}>
          {label}
        </button>
      </Form>
      {below ? null : (
        <Link
          to={language === "ja" ? action : `${action}?lang=${language}`}
          data-search-open
          className="inline-flex min-h-11 items-center gap-1 px-1 text-blue-1000 underline underline-offset-4 desktop:hidden"
        >
          <Icon name="search" />
          {label}
        </Link>
      )}
    </>
  );
}

/**
 * The same search over any page, opened by script alone (src/ui/enhance/search.ts): with the key `/`, which can be turned
 * off, with Ctrl-K, or by the sign in the head of a phone's page.
 */
export function SearchDialog({ place }: { place: SearchPlace }) {
  const { action, language, label, words, keys, close, failed } = place;
  return (
    <dialog
      data-search={failed}
      lang={language}
      aria-label={label}
      className="no-print mx-auto mt-0 max-h-[90vh] w-full max-w-2xl border border-solid-gray-420 bg-white p-4 shadow-1 backdrop:bg-black/40 sm:mt-[8vh]"
    >
      <form action={action} method="get" className="flex flex-wrap items-center gap-2">
        <Language language={language} />
        <input
          type="search"
          name="q"
          aria-label={words}
          autoComplete="off"
          maxLength={100}
          className={`${FIELD} min-w-0 grow`}
        />
        <button type="submit" className={`${BUTTON} max-sm:hidden`}>
          {label}
        </button>
        <button type="submit" formMethod="dialog" className={BUTTON}>
          {close}
        </button>
      </form>
      <p role="status" className="mt-2 min-h-6 text-dns-14N-130" />
      <div data-search-results />
      <label className="mt-3 flex min-h-11 items-center gap-2 text-dns-14N-130">
        <input type="checkbox" data-search-key defaultChecked className="size-5" />
        {keys}
      </label>
    </dialog>
  );
}
