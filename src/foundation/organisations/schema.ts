import { z } from "zod";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import { ERRORS } from "./messages.ts";
import { lostZero } from "./telephone.rules.ts";

/** What kind of partner an organisation is, as councils count who is at the table. Ordered as lists show them. */
export const SECTORS = [
  "public_health_centre",
  "prefecture",
  "municipality",
  "occupational_health_centre",
  "labour_standards_office",
  "medical_association",
  "dental_association",
  "hospital",
  "pharmacy",
  "dietitian_association",
  "dental_hygienist_association",
  "occupational_physician",
  "occupational_nurse",
  "checkup_provider",
  "insurer",
  "commerce",
  "industry_association",
  "worker_welfare",
  "workplace",
  "mental_health_centre",
  "medical_examiner",
  "welfare_commissioner",
  "health_promoter",
  "bereaved_group",
  "npo",
  "police",
  "fire_service",
  "open_membership",
] as const;
export type Sector = (typeof SECTORS)[number];

/** What people write of an organisation. Contacts are those of the office, never of a person. */
export type Draft = Readonly<{
  name: string;
  kana: string;
  sector: Sector;
  areaId: AreaId;
  servedAreas: readonly AreaId[];
  desk: string;
  phone: string;
  fax: string;
  email: string;
  postalCode: string;
  address: string;
  website: string;
  note: string;
  published: boolean;
  validFrom: PlainDate | null;
  validTo: PlainDate | null;
}>;

export type Organisation = Draft &
  Readonly<{ id: OrganisationId; version: number; updatedAt: Date; updatedBy: string }>;

const line = (longest: number, error: string) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(longest, { error }));

const optionalShape = (longest: number, shape: RegExp, error: string) =>
  line(longest, ERRORS.long(longest)).refine((text) => text === "" || shape.test(text), { error });

/** Digits and letters typed in full width are meant as half width; so are the dashes between digits. */
const halfWidth = (text: string) => text.normalize("NFKC").replace(/[‐‑–—−ー]/g, "-");

const number = (longest: number, shape: RegExp, error: string) =>
  z
    .string()
    .transform(halfWidth)
    .pipe(optionalShape(longest, shape, error));

const telephone = (shape: RegExp) =>
  number(30, shape, ERRORS.phone).refine((text) => !lostZero(text), { error: ERRORS.lostZero });

const day = z
  .string()
  .transform((text) => halfWidth(text).trim())
  .transform((text, context) => {
    if (text === "") return null;
    const date = typedDayOf(text);
    if (date) return date;
    context.addIssue({ code: "custom", message: ERRORS.day });
    return z.NEVER;
  });

/** The fields as text, from a form or a file, to a draft; areas come as ids, found before. */
export const DraftInput = z
  .object({
    name: line(120, ERRORS.long(120)).pipe(z.string().min(1, { error: ERRORS.name })),
    kana: z
      .string()
      // Half-width katakana are read as katakana; the rest stays as it was typed.
      .transform((text) => text.replace(/[｡-ﾟ]+/g, (kana) => kana.normalize("NFKC")))
      .pipe(optionalShape(120, /^[ぁ-ゖァ-ヶー・\s（）()A-Za-z0-9\-－−.．,、/&＆'’~〜～]*$/, ERRORS.kana)),
    sector: z.enum(SECTORS, { error: ERRORS.sector }),
    areaId: z.string().min(1, { error: ERRORS.area }),
    servedAreas: z.array(z.string()).max(200, { error: ERRORS.manyAreas }),
    desk: line(120, ERRORS.long(120)),
    phone: telephone(/^[0-9+()\- 内線・、,/]{6,30}$/),
    fax: telephone(/^[0-9+()\- ]{6,30}$/),
    email: number(254, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, ERRORS.email),
    postalCode: number(10, /^\d{3}-?\d{4}$/, ERRORS.postalCode),
    address: line(200, ERRORS.long(200)),
    website: optionalShape(300, /^https?:\/\/[^\s"<>]+$/, ERRORS.website),
    note: z
      .string()
      .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
      .pipe(z.string().max(2000, { error: ERRORS.long(2000) })),
    published: z.boolean(),
    validFrom: day,
    validTo: day,
  })
  .refine((draft) => !draft.validFrom || !draft.validTo || draft.validFrom <= draft.validTo, {
    path: ["validTo"],
    error: ERRORS.order,
  });
export type DraftFields = z.input<typeof DraftInput>;
export type DraftField = keyof DraftFields;
