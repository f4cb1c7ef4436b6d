import { expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { securityText } from "./security-text.ts";

const origin = "https://yui.example.jp";

it("names whom to tell, until when that holds, and where it stands, in the form of RFC 9116", () => {
  const text = securityText(
    { origin, securityContact: "mailto:security@example.jp" },
    plainDate("2027-03-31"),
  );
  expect(text.split("\n")).toEqual([
    "Contact: mailto:security@example.jp",
    "Expires: 2028-02-29T00:00:00.000Z",
    "Preferred-Languages: ja, en",
    "Canonical: https://yui.example.jp/.well-known/security.txt",
    "",
  ]);
  expect(securityText({ origin, securityContact: undefined }, plainDate("2026-12-01"))).toContain(
    "Contact: https://yui.example.jp/about/operator\n",
  );
});
