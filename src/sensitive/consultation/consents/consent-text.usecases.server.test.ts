import { expect, it } from "vitest";
import texts from "../../../../reference/consent/texts.json" with { type: "json" };
import { GiveConsentInput } from "../model/referral.schema.ts";
import { CONSENT_LANGUAGES, consentText } from "./consent-text.usecases.server.ts";

const TERMS = {
  ...{ office: "浜田地域産業保健センター", receiver: "浜田保健所", classes: ["name"] as const },
  ...{ purpose: "referral", employer: "nothing" as const, until: null },
};
const TYPED = {
  ...{ receiver: "見本医院", classes: "name", employer: "nothing", way: "paper", heardOn: "2026-11-20" },
};

it("offers each language of the file, and the form takes it", () => {
  expect(CONSENT_LANGUAGES.map(({ value }) => value)).toEqual(Object.keys(texts.languages));
  for (const { value } of CONSENT_LANGUAGES) {
    expect(GiveConsentInput.safeParse({ ...TYPED, language: value }).success, value).toBe(true);
    expect(consentText(value, TERMS)?.body, value).toContain("浜田保健所");
  }
});

it("has a text that was added to the file, and none in a language that is not there", () => {
  const added = { ...texts.languages, tl: { ...texts.languages.en, body: "Sumasang-ayon ako: {receiver}." } };
  expect(GiveConsentInput.safeParse({ ...TYPED, language: "tl" }).success).toBe(true);
  expect(consentText("tl", TERMS, added)).toEqual({ language: "tl", body: "Sumasang-ayon ako: 浜田保健所." });
  expect(consentText("tl", TERMS)).toBeUndefined();
  expect(consentText("toString", TERMS)).toBeUndefined();
});
