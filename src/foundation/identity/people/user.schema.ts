import { z } from "zod";
import { OFFERED_ROLES } from "#foundation/actors/public.ts";

export const NewUser = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email({ error: "must be an e-mail address" })),
  name: z.string().trim().min(1, { error: "must not be empty" }).max(120),
  role: z.enum(OFFERED_ROLES, { error: `must be one of ${OFFERED_ROLES.join(", ")}` }),
  area: z.string().min(1),
  organisation: z.string().optional(),
  password: z.string(),
});

export type UserRow = Readonly<{
  id: string;
  name: string;
  email: string;
  secondFactor: boolean;
  demonstration: boolean;
  disabled: boolean;
  lastSignInAt: Date | null;
  roles: readonly string[];
}>;
