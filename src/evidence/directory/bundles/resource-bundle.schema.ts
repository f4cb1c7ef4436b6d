import { z } from "zod";
import { FEES, INTAKES, KINDS, RESIDENCES, TOPICS, WAITS } from "../model/resource-lists.schema.ts";

const text = z.string().max(2000);
const day = z.iso.date().nullable();
const count = z.int().nullable();

/** An entry as it travels outwards: what the public sees of it. An owner's mailbox and who checked it stay. */
export const CarriedResource = z.strictObject({
  areaId: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  ...{ id: z.uuid(), serviceId: z.uuid() },
  /** What is listed no more travels as well, so that it ends there too. */
  listed: z.boolean(),
  ...{
    kind: z.enum(KINDS),
    name: text,
    kana: text,
    provider: text,
    corporateNumber: text,
    description: text,
  },
  ...{ topics: z.array(z.enum(TOPICS)), languages: z.array(text), fee: z.enum(FEES), feeNote: text },
  ...{ sizeFrom: count, sizeTo: count, industries: z.array(text), insurers: z.array(text) },
  ...{ residence: z.enum(RESIDENCES), eligibility: text, served: z.array(text) },
  ...{ phone: text, fax: text, website: text, apply: text, access: text },
  ...{ postalCode: text, address: text, municipality: z.string().nullable() },
  ...{ latitude: z.number().nullable(), longitude: z.number().nullable() },
  hours: z.record(z.string(), z.unknown()),
  ...{ intake: z.enum(INTAKES), intakeWait: z.enum(WAITS), intakeUntil: day, intakeOn: day },
  ...{ available: count, maximum: count, checkedOn: day },
});
export type CarriedResource = z.output<typeof CarriedResource>;
