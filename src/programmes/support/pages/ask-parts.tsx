import { Link } from "react-router";
import { daysBetween, type PlainDate, parsePlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { obstacleText } from "../matching/messages.ts";
import { FEE_NAMES, KIND_NAMES, type Language } from "../offers/messages.ts";
import type { PublicOffer } from "../offers/usecases.server.ts";
import { PAGE } from "../requests/asking/messages.ts";

const CHIP =
  "inline-flex min-h-12 items-center rounded-full border border-blue-900 px-4 py-2 text-std-16B-170 text-blue-900 no-underline hover:bg-blue-100 aria-[current=true]:bg-blue-900 aria-[current=true]:text-white";

/** One question whose answers are links: it works without script and the address keeps the choice. */
export function Chips({
  title,
  options,
  chosen,
}: {
  title: string;
  options: readonly { value: string; label: string; to: string }[];
  chosen: string | undefined;
}) {
  return (
    <nav aria-label={title} className="my-5">
      <h2 className="text-std-18B-160">{title}</h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {options.map((option) => (
          <li key={option.value}>
            <Link
              to={option.to}
              preventScrollReset
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

/** What kinds of help there are: first what can be had, then what can't and why. */
export function OfferList({
  offers,
  language,
  today,
}: {
  offers: readonly PublicOffer[];
  language: Language;
  today: PlainDate;
}) {
  const text = PAGE[language];
  const usable = offers.filter((one) => one.obstacles.length === 0);
  const rest = offers.filter((one) => one.obstacles.length > 0);
  return (
    <section className="my-6 border-t border-solid-gray-300 pt-4">
      <h2 className="text-std-18B-160">{text.usable}</h2>
      {usable.length === 0 ? <p className="my-2">{text.none}</p> : null}
      <ul>
        {usable.map((one) => (
          <Row key={one.offer.id} one={one} sign="✓" language={language} today={today} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
            {text.usableNot}（{rest.length}）
          </summary>
          <ul>
            {rest.map((one) => (
              <Row key={one.offer.id} one={one} sign="–" language={language} today={today} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Row({
  one,
  sign,
  language,
  today,
}: {
  one: PublicOffer;
  sign: string;
  language: Language;
  today: PlainDate;
}) {
  const text = PAGE[language];
  const { offer, obstacles, first } = one;
  const day = first ? parsePlainDate(first) : undefined;
  const when = day ? text.soon.replace("{when}", text.weeks(daysBetween(today, day))) : text.noDay;
  return (
    <li className="border-b border-solid-gray-200 py-2.5">
      <p className="flex gap-2">
        <span aria-hidden="true" className={sign === "✓" ? "text-success-2" : "text-solid-gray-600"}>
          {sign}
        </span>
        <span className="min-w-0 grow">
          <span className="text-std-16B-170">
            {language === "en" && offer.titleEn ? offer.titleEn : offer.title}
          </span>
          <span className="block text-dns-14N-130 text-solid-gray-800">
            {[
              KIND_NAMES[offer.kind][language],
              offer.organisations.join("・"),
              FEE_NAMES[offer.fee][language],
            ].join("　")}
          </span>
          <span className="block text-dns-14N-130">
            {obstacles.length === 0
              ? when
              : obstacles.map((each) => obstacleText(each, language)).join(language === "ja" ? "、" : ", ")}
            {offer.intake === "suspended" && offer.intakeUntil && language === "ja"
              ? `（${showDateJa(offer.intakeUntil)}まで）`
              : null}
          </span>
        </span>
      </p>
    </li>
  );
}
