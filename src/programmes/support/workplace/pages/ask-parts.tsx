import { Link } from "react-router";
import type { Texts } from "../../model/request-form.messages.ts";
import type { OfferLine } from "../../requests/request-form.present.ts";

const CHIP =
  "inline-flex min-h-12 items-center rounded-full border border-blue-900 px-4 py-2 text-std-16B-170 text-blue-900 no-underline hover:bg-blue-100 aria-[current=true]:bg-blue-900 aria-[current=true]:text-white";

/** One question whose answers are links: it works without script and the address keeps the choice. */
export function Chips({
  title,
  options,
  chosen,
  to,
}: {
  title: string;
  options: readonly { value: string; label: string }[];
  chosen: string | undefined;
  to(value: string): string;
}) {
  return (
    <nav aria-label={title} className="my-5">
      <h2 className="text-std-18B-160">{title}</h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {options.map((option) => (
          <li key={option.value}>
            <Link
              to={to(option.value)}
              preventScrollReset
              data-keeps-scroll
              aria-current={chosen === option.value ? "true" : undefined}
              className={CHIP}
            >
              {chosen === option.value ? (
                <span aria-hidden="true" className="mr-1">
                  ✓
                </span>
              ) : null}
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** So many are shown at once; on a telephone more would hide the form. */
const AT_ONCE = 5;

/**
 * What kinds of help there are: first what can be had, then what can't and why. Before anything was `chosen` all of it
 * stands behind one tap.
 */
export function OfferList({
  offers,
  text,
  chosen,
}: {
  offers: readonly OfferLine[];
  text: Texts;
  chosen: boolean;
}) {
  const usable = offers.filter((one) => one.usable);
  const rest = offers.filter((one) => !one.usable);
  if (!chosen) return offers.length > 0 ? <More label={text.all} offers={offers} /> : null;
  return (
    <section className="my-6 border-t border-solid-gray-300 pt-4">
      <h2 className="text-std-18B-160">{text.usable}</h2>
      {usable.length === 0 ? (
        <p className="my-2">{text.none}</p>
      ) : (
        <Lines offers={usable.slice(0, AT_ONCE)} />
      )}
      {usable.length > AT_ONCE ? <More label={text.more} offers={usable.slice(AT_ONCE)} /> : null}
      {rest.length > 0 ? <More label={text.usableNot} offers={rest} /> : null}
    </section>
  );
}

const More = ({ label, offers }: { label: string; offers: readonly OfferLine[] }) => (
  <details className="mt-3">
    <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
      {`${label}（${offers.length}）`}
    </summary>
    <Lines offers={offers} />
  </details>
);

function Lines({ offers }: { offers: readonly OfferLine[] }) {
  return (
    <ul>
      {offers.map((one) => (
        <li key={one.id} className="flex gap-2 border-b border-solid-gray-200 py-2.5">
          <span aria-hidden="true" className={one.usable ? "text-success-2" : "text-solid-gray-600"}>
            {one.usable ? "✓" : "–"}
          </span>
          <span className="min-w-0 grow">
            <span className="text-std-16B-170">{one.title}</span>
            <span className="block text-dns-14N-130 text-solid-gray-800">
              <strong className={one.free ? "text-success-2" : ""}>{one.fee}</strong>
              {`　${one.facts}`}
            </span>
            <span className="block text-dns-14N-130">{one.note}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
