import { z } from "zod";
import { count, longText } from "#platform/kernel/form-fields.ts";
import { UNIT_NAMES } from "../model/event.messages.ts";
import { UNITS, type Unit } from "../model/event-kinds.schema.ts";
import { REPORT } from "./report.messages.ts";

const field = (unit: Unit) =>
  count(UNIT_NAMES[unit].ja, { optional: true, most: 1_000_000, unit: REPORT.units[unit] });
type Field = ReturnType<typeof field>;

export const ReportInput = z
  .object({
    ...(Object.fromEntries(UNITS.map((unit) => [unit, field(unit)])) as Record<Unit, Field>),
    summary: longText(REPORT.summary, { most: 500, optional: true }),
    toldCentre: z.stringbool().default(false),
    toldResources: z.stringbool().default(false),
  })
  .refine(({ mental, consultations }) => (mental ?? 0) <= (consultations ?? 0), {
    path: ["mental"],
    error: REPORT.more,
  });
