import { makeLink as makeLinkTo } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import type { SupportPermit } from "../access.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** A matter that takes longer than this is told of by a new letter. */
const LINK_DAYS = 400;

type Linked = Pick<SupportRequest, "areaId" | "id">;

/** A secret link to a request: for its workplace, for one who was asked, or for asking the like again next year. */
export function makeLink(
  permit: SupportPermit,
  request: Linked,
  purpose: "receipt" | "answer" | "again",
  detail: Readonly<{ enquiry?: string }> = {},
): Promise<string> {
  const expiresAt = new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000);
  const { areaId: area, id: subject } = request;
  return makeLinkTo(permit, { area, purpose, subjectType: "request", subject, detail, expiresAt });
}

/** The address of a request for its workplace, with a new secret. */
export const receiptAddress = async (permit: SupportPermit, app: App, request: Linked): Promise<string> =>
  `${app.config.origin}/r/${await makeLink(permit, request, "receipt")}`;

/** The address of an enquiry for who was asked, with a new secret; older ones stay good until the matter is over. */
export const answerAddress = async (
  permit: SupportPermit,
  app: App,
  { areaId, requestId, id }: Pick<Enquiry, "areaId" | "requestId" | "id">,
): Promise<string> =>
  `${app.config.origin}/a/${await makeLink(permit, { areaId, id: requestId }, "answer", { enquiry: id })}`;
