import { z } from "zod";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { required } from "../model/plan-field.schema.ts";

/** What may be commented on. */
export const COMMENTED = ["issue", "goal", "initiative"] as const;
export type Commented = Readonly<{ thing: (typeof COMMENTED)[number]; id: string }>;
/** A comment, and where an address names it what it is about. */
export const commentInArea = z.object({ area: areaId, id: rowId(), of: rowId().optional() });
export const commentedInArea = z.object({ area: areaId, thing: z.enum(COMMENTED), id: rowId() });

export const CommentInput = z.object({ text: required("意見", 2000) });

export type PlanComment = Readonly<{
  id: string;
  text: string;
  organisation: string;
  writtenAt: Date;
  hidden: boolean;
}>;
