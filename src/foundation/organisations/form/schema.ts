import { z } from "zod";

/** Fields that a form sends as text just as it is stored; its home area is one more, as words or chosen. */
export const TEXT_FIELDS = [
  "name",
  "kana",
  "sector",
  "desk",
  "phone",
  "fax",
  "email",
  "postalCode",
  "address",
  "website",
  "note",
  "validFrom",
  "validTo",
] as const;

/** The fields of the form, areas as words, `published` as "yes" or nothing. */
export type OrganisationValues = Readonly<
  Record<(typeof TEXT_FIELDS)[number] | "servedAreas" | "published", string>
>;

const NAMES = [...TEXT_FIELDS, "servedAreas", "published"] as const;
const text = z.string().default("");

/** What a form sent, as it was typed; what it lacks is empty. */
export const OrganisationForm = z.object(
  Object.fromEntries(NAMES.map((name) => [name, text])) as Record<(typeof NAMES)[number], typeof text>,
);
