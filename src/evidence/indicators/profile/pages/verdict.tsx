import { Link } from "react-router";
import { methodPath } from "../addresses/rules.ts";
import type { ListedRow } from "../listing/rules.ts";
import { type Language, REASONS, STANDINGS, TREND_REASONS, TRENDS } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

const COLOURS: Readonly<Record<ListedRow["standing"], string>> = {
  worse: "text-error-2 font-bold",
  "worse-untested": "text-error-2 font-bold",
  better: "text-success-2",
  "better-untested": "text-success-2",
  similar: "",
  higher: "",
  lower: "",
  "not-comparable": "text-solid-gray-700",
};

/** The verdict as sign and word. One that can't be given says why on tap; one that can leads to its method. */
export function VerdictText({
  row,
  language,
}: {
  row: Pick<ListedRow, "verdict" | "standing" | "missed">;
  language: Language;
}) {
  return (
    <>
      <Outcome row={row} language={language} />
      {row.missed === null ? null : (
        <span className="block text-dns-14N-130 font-bold text-error-2">
          ▲ {TEXT.missesTarget[language](row.missed)}
        </span>
      )}
    </>
  );
}

function Outcome({ row, language }: { row: Pick<ListedRow, "verdict" | "standing">; language: Language }) {
  const { standing } = row;
  const { reason } = row.verdict;
  const verdict = STANDINGS[standing];
  const words = (
    <span className={`whitespace-nowrap ${COLOURS[standing]}`}>
      <span aria-hidden="true" className="mr-1">
        {verdict.sign}
      </span>
      {verdict[language]}
    </span>
  );
  if (reason === null) {
    return (
      <Link to={methodPath("comparison")} className="underline decoration-dotted underline-offset-4">
        {words}
      </Link>
    );
  }
  return (
    <details>
      <summary className="cursor-pointer">
        {words}
        <span className="ml-1 text-dns-14N-130 text-solid-gray-700">
          （{standing === "not-comparable" ? REASONS[reason][language] : TEXT.untested[language]}）
        </span>
      </summary>
      <p className="max-w-64 text-dns-14N-130 whitespace-normal">{REASONS[reason].why[language]}</p>
    </details>
  );
}

/** Rising or falling, with the reason where neither can be said. */
export function TrendText({ row, language }: { row: Pick<ListedRow, "trend">; language: Language }) {
  const { direction, reason, method } = row.trend;
  const key = direction === null ? "unknown" : direction === "no-significant-change" ? "none" : direction;
  const trend = TRENDS[key];
  const words = (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" className="mr-1">
        {trend.sign}
      </span>
      {trend[language]}
    </span>
  );
  return (
    <>
      {method === null ? (
        words
      ) : (
        <Link to={methodPath(method)} className="underline decoration-dotted underline-offset-4">
          {words}
        </Link>
      )}
      {reason !== null && method === null ? (
        <span className="block text-dns-14N-130 text-solid-gray-700">
          （{TREND_REASONS[reason][language]}）
        </span>
      ) : null}
    </>
  );
}

/** Verdict and direction of one figure, each under its name. */
export const Judged = ({
  row,
  against,
  language,
}: {
  row: ListedRow;
  against: string;
  language: Language;
}) => (
  <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-2">
    <div>
      <dt className="text-std-16B-170">
        {TEXT.verdict[language]}（{against}）
      </dt>
      <dd>
        <VerdictText row={row} language={language} />
      </dd>
    </div>
    <div>
      <dt className="text-std-16B-170">{TEXT.trend[language]}</dt>
      <dd>
        <TrendText row={row} language={language} />
      </dd>
    </div>
  </dl>
);
