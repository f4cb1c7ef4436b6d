import { type Language, showYear } from "../messages.ts";
import { isOld } from "../standing/rules.ts";
import { TEXT } from "../wording/messages.ts";

/** The year of a figure; as a warning where it is old. `always` shows it also where it is not. */
export function OldTag({
  year,
  thisYear,
  language,
  always = false,
}: {
  year: Parameters<typeof showYear>[0];
  thisYear: number;
  language: Language;
  always?: boolean;
}) {
  if (isOld(year, thisYear))
    return (
      <span className="inline-block rounded-4 border border-current bg-yellow-50 px-1.5 text-dns-14N-130 text-yellow-1200">
        {TEXT.old[language](year)}
      </span>
    );
  return always ? showYear(year, language) : null;
}
