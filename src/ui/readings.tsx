import { Link } from "react-router";

/** The languages in which a page can be read, each in its own words. */
export const Readings = ({
  label,
  readings,
}: {
  label: string;
  readings: readonly Readonly<{ name: string; lang: string; to: string; here: boolean }>[];
}) => (
  <nav aria-label={label} className="no-print mb-4">
    <ul className="flex flex-wrap gap-x-5">
      {readings.map(({ name, lang, to, here }) => (
        <li key={name}>
          <Link
            to={to}
            lang={lang}
            aria-current={here ? "true" : undefined}
            className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4 aria-[current]:font-bold aria-[current]:text-solid-gray-900 aria-[current]:no-underline"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
