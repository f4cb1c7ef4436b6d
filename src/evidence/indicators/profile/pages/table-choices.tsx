import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import type { Listing, PageProfile } from "../listing/rules.ts";
import { type Language, THEMES } from "../messages.ts";
import type { PresentedRow } from "../present.ts";
import { TEXT } from "../wording/messages.ts";

type PresentedTheme = PresentedRow["indicator"]["theme"];

/** What is compared with what, how far back, what is left out: set in the address. */
export function Choices({
  profile,
  listing,
  language,
  themes,
}: {
  profile: PageProfile;
  listing: Listing;
  language: Language;
  themes: readonly PresentedTheme[];
}) {
  const say = TEXT;
  const box = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170";
  return (
    <Form
      method="get"
      action="#indicators"
      preventScrollReset
      className="no-print flex flex-wrap items-end gap-4"
    >
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      <label className="text-std-16N-170">
        <span className="block">{say.compare[language]}</span>
        <select name="benchmark" defaultValue={profile.benchmark} className={box}>
          <option value="nation">{say.nation[language]}</option>
          {profile.prefecture ? <option value="prefecture">{profile.prefecture.name}</option> : null}
          <option value="similar">{say.similar[language]}</option>
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.period[language]}</span>
        <select name="period" defaultValue={String(profile.period)} className={box}>
          <option value="5">{say.recent[language](5)}</option>
          <option value="10">{say.recent[language](10)}</option>
          <option value="all">{say.allYears[language]}</option>
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.narrow[language]}</span>
        <select name="only" defaultValue={listing.only} className={box}>
          <option value="all">{say.all[language]}</option>
          <option value="worse">{say.onlyWorse[language]}</option>
          <option value="missed">{say.onlyMissed[language]}</option>
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.themes[language]}</span>
        <select name="theme" defaultValue={listing.theme ?? ""} className={box}>
          <option value="">{say.all[language]}</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {THEMES[theme][language]}
            </option>
          ))}
        </select>
      </label>
      <label className="text-std-16N-170">
        <span className="block">{say.order[language]}</span>
        <select name="sort" defaultValue={listing.sort ?? ""} className={box}>
          {Object.entries(say.orders[language]).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button>{say.show[language]}</Button>
    </Form>
  );
}
