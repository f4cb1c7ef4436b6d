import { z } from "zod";
import type { AreaId, Branded, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import { ERRORS } from "./offer.messages.ts";
import {
  INDUSTRIES,
  INTAKES,
  MOST_PARTS,
  OFFER_KINDS,
  PLACES,
  PROFESSIONS,
  TOPICS,
} from "./offer-lists.schema.ts";
import { typed } from "./typed.schema.ts";

export * from "./offer-lists.schema.ts";

export type OfferId = Branded<"OfferId">;

const text = (longest: number) => typed(longest, ERRORS.long(longest));
/** A limit: nothing typed is no limit. */
const limit = (most: number) =>
  z
    .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().min(0).max(most)], {
      error: ERRORS.limit(most),
    })
    .default(null);
const day = z
  .string()
  .nullable()
  .default("")
  .transform((value, context): PlainDate | null => {
    if (!value) return null;
    const date = typedDayOf(value);
    if (date) return date;
    context.addIssue({ code: "custom", message: ERRORS.day });
    return z.NEVER;
  });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: ERRORS.time });

const Part = z.object({
  organisationId: z.uuid({ error: ERRORS.organisation }).transform((id) => id as OrganisationId),
  organisationName: text(120).pipe(z.string().min(1, { error: ERRORS.organisation })),
  municipality: text(20),
  professions: z.array(z.enum(PROFESSIONS)).default([]),
  email: text(254).refine((value) => value === "" || /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(value), {
    error: ERRORS.email,
  }),
});

/** The days that an offer is open, in the words of RFC 5545; only those that repeat by day, week or month. */
const RULE =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY)(;(INTERVAL=\d{1,2}|BYDAY=[-+0-9A-Z,]{2,160}|BYMONTHDAY=[-0-9,]{1,60}|BYMONTH=[0-9,]{1,30}))*)?$/;

export const OfferInput = z
  .object({
    title: text(120).pipe(z.string().min(1, { error: ERRORS.title })),
    titleEn: text(120),
    kind: z.enum(OFFER_KINDS, { error: ERRORS.kind }),
    service: text(40).transform((value) => value || null),
    topics: z.array(z.enum(TOPICS)).default([]),
    sizeFrom: limit(100_000),
    sizeTo: limit(100_000),
    industries: z.array(z.enum(INDUSTRIES)).default([]),
    municipalities: z.array(z.string()).default([]),
    peopleFrom: limit(10_000),
    peopleTo: limit(10_000),
    places: z.array(z.enum(PLACES)).min(1, { error: ERRORS.places }),
    fee: z.enum(["free", "paid"], { error: ERRORS.fee }),
    feeNote: text(200),
    equipment: text(500),
    note: text(1000),
    leadDays: z.coerce
      .number({ error: ERRORS.limit(365) })
      .int()
      .min(0)
      .max(365, { error: ERRORS.limit(365) }),
    rrule: text(200).refine((value) => RULE.test(value), { error: ERRORS.rrule }),
    opensAt: time.default("09:00"),
    closesAt: time.default("17:00"),
    onHolidays: z.boolean().default(false),
    perDay: limit(1000),
    perMonth: limit(10_000),
    perYear: limit(100_000),
    perWorkplace: limit(1000),
    newFirst: z.boolean().default(false),
    intake: z.enum(INTAKES).default("open"),
    intakeReason: text(200),
    intakeSince: day,
    intakeUntil: day,
    published: z.boolean().default(true),
    endedOn: day,
    /** Not said: it stays what it was. */
    initiativeId: z.union([z.uuid(), z.null(), z.literal("").transform(() => null)]).optional(),
    parts: z.array(Part).min(1, { error: ERRORS.organisation }).max(MOST_PARTS),
  })
  .refine((offer) => offer.closesAt > offer.opensAt, { path: ["closesAt"], error: ERRORS.hours })
  .refine((offer) => offer.sizeFrom === null || offer.sizeTo === null || offer.sizeTo >= offer.sizeFrom, {
    path: ["sizeTo"],
    error: ERRORS.order,
  })
  .refine(
    (offer) => offer.peopleFrom === null || offer.peopleTo === null || offer.peopleTo >= offer.peopleFrom,
    {
      path: ["peopleTo"],
      error: ERRORS.order,
    },
  )
  .refine((offer) => offer.intake === "open" || offer.intakeReason !== "", {
    path: ["intakeReason"],
    error: ERRORS.reason,
  })
  .refine(
    (offer) =>
      offer.intakeSince === null || offer.intakeUntil === null || offer.intakeUntil >= offer.intakeSince,
    { path: ["intakeUntil"], error: ERRORS.days },
  )
  .refine((offer) => new Set(offer.parts.map((part) => part.organisationId)).size === offer.parts.length, {
    path: ["parts"],
    error: ERRORS.twice,
  })
  .refine((offer) => offer.kind !== "chisanpo" || offer.service !== null, {
    path: ["service"],
    error: ERRORS.service,
  });
export type OfferDraft = z.output<typeof OfferInput>;

export type OfferPart = Readonly<z.output<typeof Part>>;

/**
 * What supporters offer. A limit that is null does not exist; an empty list of industries or towns means all. Of a part,
 * `municipality` is where the organisation sits, for how near it is; empty where it is not said.
 */
export type Offer = Readonly<
  Omit<OfferDraft, "initiativeId" | "parts"> & {
    areaId: AreaId;
    id: OfferId;
    initiativeId: string | null;
    parts: readonly OfferPart[];
    version: number;
  }
>;
