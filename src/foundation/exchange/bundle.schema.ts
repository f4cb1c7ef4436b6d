import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import type { CarriedKind } from "./carried.schema.ts";
import { EXCHANGE } from "./messages.ts";

const { errors } = EXCHANGE;

export const kindsOfHouse = z.custom<readonly CarriedKind[]>((value) => Array.isArray(value));
export const bundleBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** All of the exchange is of the installation, and of no area. */
export const ofInstallation = () => ({ type: "exchange", area: NATION });

/** A box: what is not ticked sends nothing. */
const ticked = z.preprocess((sent) => sent === "true" || sent === true, z.boolean());

export const BeginInput = z.object({
  name: z
    .string({ error: errors.name })
    .trim()
    .min(1, { error: errors.name })
    .max(80, { error: errors.name }),
  side: z.enum(["inside", "outside"], { error: errors.side }),
  renew: ticked,
});

export const PartnerInput = z.object({
  card: z.string({ error: errors.card }).max(2000, { error: errors.card }),
  fingerprint: z.string({ error: errors.fingerprint }).max(200, { error: errors.fingerprint }),
});

export const MakeInput = z.object({
  partner: z.uuid({ error: errors.partner }),
  whole: ticked,
});
