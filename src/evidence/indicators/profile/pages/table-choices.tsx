import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import type { Listing, PageProfile } from "../listing/rules.ts";
import type { Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

/** What is compared with what, how far back, what is left out: set in the address. */
export function Choices({
  profile,
  listing,
  language,
}: {
  profile: PageProfile;
  listing: Listing;
  language: Language;
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
      {listing.sort ? <input type="hidden" name="sort" value={listing.sort} /> : null}
      <label className="text-std-16N-170">
        <span className="block">{say.compare[language]}</span>
        <select name="benchmark" defaultValue={profile.benchmark} className={box}>
          <option value="nation">{say.nation[language]}</option>
          {profile.prefecture ? <option value="prefecture">{profile.prefecture.name}</option> : null}
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
        </select>
      </label>
      <Button>{say.show[language]}</Button>
    </Form>
  );
}
