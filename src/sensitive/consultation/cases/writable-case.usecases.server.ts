import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { agreedFor } from "../targets/agreement.usecases.server.ts";
import { lockCase } from "./case.store.server.ts";

/** A case behind which something may begin, held until it has. */
export async function openedCase(permit: ConsultationPermit, id: string): Promise<Result<CaseRow>> {
  const row = await lockCase(permit, id);
  if (!row) return notFound("case");
  return row.state === "closed" ? conflict(CLOSED) : ok(row);
}

/** A case to which something may be written: one that came by a referral only as long as the person agrees. */
export async function writableCase(permit: ConsultationPermit, id: string): Promise<Result<CaseRow>> {
  const row = await openedCase(permit, id);
  if (!row.ok) return row;
  const agreed = await agreedFor(permit, row.value);
  return agreed.ok ? row : agreed;
}

const CLOSED = "この相談は終了しています。記録するには、先に再開してください。";
