import { TextLink } from "./button.tsx";

export type HelpOfPage = Readonly<{
  about: string;
  steps: readonly string[];
  terms: readonly Readonly<{ term: string; ja: string }>[];
}>;
/** What the box itself says, and the places with more. */
export type HelpWords = Readonly<{
  open: string;
  steps: string;
  terms: string;
  more: readonly Readonly<{ to: string; label: string }>[];
}>;

/** What the page is for, its steps and its words, behind one tap; it needs no script. */
export function HelpBox({ help, words }: { help: HelpOfPage; words: HelpWords }) {
  return (
    <details className="no-print mb-2" data-help="">
      <summary className="ml-auto flex min-h-11 w-fit cursor-pointer items-center gap-2 text-dns-14N-130 text-blue-1000 underline underline-offset-4">
        <span
          aria-hidden="true"
          className="inline-flex size-5 items-center justify-center rounded-full border border-blue-1000"
        >
          ?
        </span>
        {words.open}
      </summary>
      <div className="mb-4 border-l-4 border-blue-900 bg-blue-50 px-4 py-3 text-std-16N-170">
        <p>{help.about}</p>
        {help.steps.length > 1 ? (
          <ol className="mt-2 list-decimal pl-6" aria-label={words.steps}>
            {help.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : null}
        {help.terms.length > 0 ? (
          <dl className="mt-3 text-dns-14N-130" aria-label={words.terms}>
            {help.terms.map(({ term, ja }) => (
              <div key={term} className="py-1">
                <dt className="inline font-bold">{term}</dt>
                <dd className="ml-2 inline">{ja}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="mt-3 flex flex-wrap gap-x-6">
          {words.more.map(({ to, label }) => (
            <TextLink key={to} to={to}>
              {label}
            </TextLink>
          ))}
        </p>
      </div>
    </details>
  );
}
