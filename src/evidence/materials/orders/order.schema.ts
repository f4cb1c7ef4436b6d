import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { count, longText, rows, text, withRows } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { Spoken } from "../model/material.messages.ts";
import { ORDER_FORM } from "./order.messages.ts";
import type { OrderState } from "./order-states.schema.ts";

export type Order = RowOf<
  "materialOrder",
  Readonly<{ state: OrderState; language: Spoken; organisationId: OrganisationId | null }>
>;

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is ordered, by whom and where it goes. */
export function orderInput(language: Spoken) {
  const say = ORDER_FORM[language];
  return withRows(
    z
      .object({
        lines: rows(
          say.lines,
          z.object({
            edition: rowId(),
            amount: count(say.amount, { least: 1, most: 1_000_000, unit: say.unit, language }),
          }),
          { least: 1, most: 30, by: "amount", language },
        ),
        workplace: text(say.workplace, { most: 120, language }),
        contact: text(say.contact, { most: 60, language }),
        phone: text(say.phone, { most: 30, language, optional: true }),
        email: text(say.email, { most: 254, language, optional: true }),
        address: text(say.address, { most: 200, language }),
        note: longText(say.note, { most: 500, language, optional: true }),
      })
      .refine(({ phone, email }) => phone !== "" || email !== "", { path: ["phone"], error: say.reach })
      .refine(({ email }) => email === "" || MAIL.test(email), { path: ["email"], error: say.badEmail }),
  );
}
export type OrderInput = z.output<ReturnType<typeof orderInput>>;
