import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import {
  choice,
  count,
  day,
  decimal,
  longText,
  many,
  optionalId,
  rows,
  text,
  withRows,
} from "#platform/kernel/form-fields.ts";
import type { AreaId, Branded, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { coordinateProblem } from "./coordinates.rules.ts";
import { FIELD, SAYS } from "./form.messages.ts";
import type { Hours } from "./hours.rules.ts";
import type { Checks } from "./intake.rules.ts";
import {
  FEES,
  type Fee,
  INDUSTRIES,
  INSURERS,
  INTAKES,
  type Intake,
  KINDS,
  type Kind,
  LANGUAGES,
  RESIDENCES,
  type Residence,
  TOPICS,
  WAITS,
  type Wait,
  WEEKDAYS,
  WEEKS,
} from "./resource-lists.schema.ts";

export type ResourceId = Branded<"ResourceId">;
export type ResourceState = "draft" | "listed" | "unlisted" | "withdrawn" | "merged";

/** A service at a place: what one looks for, comes to and telephones to. */
export type Resource = RowOf<
  "directoryResource",
  {
    areaId: AreaId;
    id: ResourceId;
    organisationId: OrganisationId | null;
    kind: Kind;
    fee: Fee;
    residence: Residence;
    state: ResourceState;
    intake: Intake;
    intakeWait: Wait;
    intakeUntil: PlainDate | null;
    intakeOn: PlainDate | null;
    checkedOn: PlainDate | null;
    askedOn: PlainDate | null;
    hours: Hours;
    checks: Checks;
    mergedInto: ResourceId | null;
  }
>;

const optional = { optional: true } as const;
const optionalTime = z
  .string()
  .default("")
  .refine((typed) => typed === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), { error: SAYS.time });
const shaped = (label: string, most: number, pattern: RegExp, error: string) =>
  text(label, { most, ...optional }).refine((typed) => typed === "" || pattern.test(typed), { error });

/** A box: what is not ticked sends nothing, or an empty value. */
const ticked = z.preprocess((sent) => sent || "false", z.stringbool());

const HoursRow = z
  .object({
    weeks: many(FIELD.weeks, WEEKS, optional),
    days: many(FIELD.days, WEEKDAYS),
    from: optionalTime,
    to: optionalTime,
  })
  .refine(({ from, to }) => from !== "" && from < to, { path: ["to"], error: SAYS.order });
const Exception = z
  .object({
    day: day(FIELD.day),
    from: optionalTime,
    to: optionalTime,
    note: text(FIELD.note, { most: 60, ...optional }),
  })
  .refine(({ from, to }) => (from === "") === (to === "") && (from === "" || from < to), {
    path: ["to"],
    error: SAYS.order,
  });

/** What the form of a resource sends. */
export const ResourceInput = withRows(
  z
    .object({
      name: text(FIELD.name, { most: 120 }),
      kana: text(FIELD.kana, { most: 120, ...optional }),
      kind: choice(FIELD.kind, KINDS),
      provider: text(FIELD.provider, { most: 120, ...optional }),
      /** Who runs it, where they are registered; its providers may then change the entry. */
      organisationId: optionalId<OrganisationId>(),
      corporateNumber: shaped(FIELD.corporateNumber, 13, /^\d{13}$/, SAYS.corporateNumber),
      description: longText(FIELD.description, { most: 1000, ...optional }),
      topics: many(FIELD.topics, TOPICS, optional),
      languages: many(FIELD.languages, LANGUAGES, optional),
      fee: choice(FIELD.fee, FEES),
      feeNote: text(FIELD.feeNote, optional),
      sizeFrom: count(FIELD.sizeFrom, { ...optional, most: 100_000, unit: "人" }),
      sizeTo: count(FIELD.sizeTo, { ...optional, most: 100_000, unit: "人" }),
      industries: many(FIELD.industries, INDUSTRIES, optional),
      insurers: many(FIELD.insurers, INSURERS, optional),
      residence: choice(FIELD.residence, RESIDENCES),
      eligibility: text(FIELD.eligibility, { most: 300, ...optional }),
      served: z.preprocess(
        (sent) => [sent ?? []].flat().filter((value) => value !== ""),
        z.array(z.string().regex(/^\d{5}$/)),
      ),
      phone: shaped(FIELD.phone, 40, /^[\d０-９()（）+＋\-－ー\s,、内線代表]+$/, SAYS.phone),
      fax: shaped(FIELD.fax, 40, /^[\d０-９()（）+＋\-－ー\s]+$/, SAYS.phone),
      email: shaped(FIELD.email, 254, /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, SAYS.email),
      website: shaped(FIELD.website, 300, /^https?:\/\/[^\s"<>]+$/, SAYS.website),
      apply: text(FIELD.apply, { most: 300, ...optional }),
      access: text(FIELD.access, { most: 300, ...optional }),
      postalCode: shaped(FIELD.postalCode, 8, /^\d{3}-?\d{4}$/, SAYS.postalCode),
      address: text(FIELD.address, { ...optional }),
      municipality: z
        .union([z.string().regex(/^\d{5}$/), z.literal("").transform(() => null), z.null()])
        .default(null),
      latitude: decimal(FIELD.latitude, optional),
      longitude: decimal(FIELD.longitude, optional),
      rows: rows(FIELD.hours, HoursRow, { most: 14, by: "from" }),
      closedOnHolidays: ticked,
      exceptions: rows(FIELD.exceptions, Exception, { most: 30, by: "day" }),
      hoursNote: text(FIELD.hoursNote, { most: 300, ...optional }),
      listed: ticked,
      /** Fields that were checked with the change. */
      checked: ticked,
    })
    .refine(({ sizeFrom, sizeTo }) => sizeFrom === null || sizeTo === null || sizeFrom <= sizeTo, {
      path: ["sizeTo"],
      error: SAYS.sizes,
    })
    .superRefine(({ latitude, longitude }, context) => {
      const wrong = coordinateProblem(latitude, longitude);
      if (wrong) context.addIssue({ code: "custom", path: [wrong.field], message: SAYS[wrong.says] });
    }),
);
export type ResourceDraft = z.output<typeof ResourceInput>;

/** What is said of whether somebody is taken. */
export const IntakeInput = z
  .object({
    intake: choice(FIELD.intake, INTAKES),
    intakeWait: z.preprocess((sent) => sent || "unknown", z.enum(WAITS)),
    until: day(FIELD.until, optional),
    available: count(FIELD.available, optional),
    maximum: count(FIELD.maximum, optional),
  })
  .refine(({ available, maximum }) => available === null || maximum === null || available <= maximum, {
    path: ["available"],
    error: SAYS.tooMany,
  })
  .refine(({ available, maximum }) => available === null || maximum !== null, {
    path: ["maximum"],
    error: SAYS.maximum,
  });

/** What a programme lists: the rest of a row is as it is of anything else. */
export type PushedResource = Readonly<{
  area: AreaId;
  /** Its id in the programme. */
  key: string;
  name: string;
  kind: Kind;
  ask: string;
}> &
  Partial<
    Pick<
      Resource,
      | "provider"
      | "organisationId"
      | "description"
      | "topics"
      | "fee"
      | "feeNote"
      | "sizeFrom"
      | "sizeTo"
      | "served"
      | "phone"
      | "website"
      | "address"
      | "municipality"
      | "hours"
      | "intake"
      | "intakeUntil"
    >
  >;
