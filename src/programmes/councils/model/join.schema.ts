import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { longText } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";

export const JoinInput = z.object({
  organisationId: rowId<OrganisationId>(),
  email: z.email({ error: "メールアドレスの形で入力してください（例 kenko@example.jp）。" }),
  message: longText("参加の目的", { most: 1000, optional: true }),
});

export const SettleInput = z.object({ answer: z.enum(["accept", "decline"]) });

export type JoinRequest = Row<
  "councilJoinRequest",
  "id" | "bodyId" | "organisation" | "organisationId" | "sector" | "message" | "email"
> &
  Row<"councilJoinRequest", "askedByName" | "askedAt" | "accepted">;
