import { expect, it } from "vitest";
import { CLASS_WORDS, EMPLOYER_WORDS, STATE_WORDS } from "#foundation/consent/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { STATE_WORDS as REFERRAL_WORDS } from "../referrals/referral.messages.ts";
import { OWN_TEXTS, ownWord } from "./own-page.messages.ts";

it("says in English whatever the page may show, and leaves names of offices alone", () => {
  const words = [CLASS_WORDS, EMPLOYER_WORDS, STATE_WORDS, REFERRAL_WORDS].flatMap((each) =>
    Object.values(each),
  );
  for (const word of [...words, ROLE_NAMES.caseworker, ROLE_NAMES.supervisor, "相談の記録", "このページ"])
    expect(ownWord("en", word), word).toMatch(/^[ -~]+$/);
  expect(ownWord("en", "浜田保健所")).toBe("浜田保健所");
  expect(Object.keys(OWN_TEXTS.en)).toEqual(Object.keys(OWN_TEXTS.ja));
});
