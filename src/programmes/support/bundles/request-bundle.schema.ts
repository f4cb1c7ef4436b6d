import { z } from "zod";
import { INDUSTRIES, OFFER_KINDS, PLACES, TOPICS } from "../model/offer-lists.schema.ts";
import { ACTIONS, STATUSES } from "../model/request.rules.ts";
import { CHANNELS, MOST_WISH } from "../model/request-lists.schema.ts";

const areaId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const line = z.string().max(300);
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const slot = z.strictObject({ day: z.iso.date(), from: clock, to: clock });

/** A request as it travels inwards: what the workplace wrote, and where it is answered. */
export const CarriedRequest = z.strictObject({
  ...{ areaId, id: z.uuid(), number: line, madeAt: z.iso.datetime(), madeOn: z.iso.date() },
  ...{ channel: z.enum(CHANNELS), language: z.enum(["ja", "en"]) },
  ...{ workplace: line, workplaceKey: line, contact: line, phone: line, email: line },
  ...{ municipality: line, address: line, industry: z.enum(INDUSTRIES) },
  ...{ size: z.int().min(1).max(100_000), people: z.int().min(1).max(10_000) },
  ...{ kind: z.enum(OFFER_KINDS).nullable(), service: line.nullable(), topics: z.array(z.enum(TOPICS)) },
  ...{ wish: z.string().max(MOST_WISH), place: z.enum(PLACES), freeOnly: z.boolean() },
  ...{ wishes: z.array(slot).max(3), heardFrom: line, dueOn: z.iso.date().nullable() },
  /** When the workplace took it back. */
  withdrawnAt: z.iso.datetime().nullable(),
});
export type CarriedRequest = z.output<typeof CarriedRequest>;

/** What became of a request, as it travels outwards: its number, its states and its dates, and nothing that anybody wrote. */
export const CarriedSteps = z.strictObject({
  ...{ areaId, number: line },
  steps: z
    .array(z.strictObject({ action: z.enum(ACTIONS), state: z.enum(STATUSES), at: z.iso.datetime() }))
    .max(500),
  status: z.enum(STATUSES),
  since: z.iso.datetime(),
  fixed: slot.nullable(),
  moves: z.int().min(0),
});
export type CarriedSteps = z.output<typeof CarriedSteps>;
