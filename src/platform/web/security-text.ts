import type { Config } from "#platform/config/config.ts";
import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";

/** Shorter than a year, as RFC 9116 advises. */
const MONTHS = 11;

/** Whom to tell of a hole (RFC 9116): the contact of the setting, else whoever the page about the operator names. */
export const securityText = (
  { origin, securityContact }: Pick<Config, "origin" | "securityContact">,
  today: PlainDate,
): string =>
  [
    `Contact: ${securityContact ?? `${origin}/about/operator`}`,
    `Expires: ${addMonths(today, MONTHS)}T00:00:00.000Z`,
    "Preferred-Languages: ja, en",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
