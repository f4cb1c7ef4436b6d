import { TextLink } from "#ui/button.tsx";
import { HELP_TEXT } from "../help.messages.ts";
import type { ShownHelp } from "../help.rules.ts";

/** What the page is for, its steps and its words, behind one tap; it needs no script. */
export function HelpBox({ help }: { help: ShownHelp }) {
  return (
    <details className="no-print mb-2" data-help="">
      <summary className="ml-auto flex min-h-11 w-fit cursor-pointer items-center gap-2 text-dns-14N-130 text-blue-1000 underline underline-offset-4">
        <span
          aria-hidden="true"
          className="inline-flex size-5 items-center justify-center rounded-full border border-blue-1000"
        >
          ?
        </span>
        {HELP_TEXT.open}
      </summary>
      <div className="mb-4 border-l-4 border-blue-900 bg-blue-50 px-4 py-3 text-std-16N-170">
        <p>{help.about}</p>
        {help.steps.length > 1 ? (
          <ol className="mt-2 list-decimal pl-6" aria-label={HELP_TEXT.steps}>
            {help.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : null}
        {help.terms.length > 0 ? (
          <dl className="mt-3 text-dns-14N-130" aria-label={HELP_TEXT.terms}>
            {help.terms.map(({ term, ja }) => (
              <div key={term} className="py-1">
                <dt className="inline font-bold">{term}</dt>
                <dd className="ml-2 inline">{ja}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="mt-3 flex flex-wrap gap-x-6">
          <TextLink to="/handbook">{HELP_TEXT.handbook}</TextLink>
          <TextLink to="/glossary">{HELP_TEXT.glossary}</TextLink>
          <TextLink to="/whats-new">{HELP_TEXT.news}</TextLink>
        </p>
      </div>
    </details>
  );
}
