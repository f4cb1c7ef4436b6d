import { getAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { byLink } from "../../../links/usecases.server.ts";
import { selectOffers } from "../../../offers/store.server.ts";
import type { Feedback, Report } from "../../../reports/schema.ts";
import { findFeedback, findReport } from "../../../reports/store.server.ts";
import type { Attached } from "../../../requests/files/schema.ts";
import { selectAttached } from "../../../requests/files/store.server.ts";
import type { Enquiry, SupportRequest } from "../../../requests/schema.ts";
import { findRequest } from "../../../requests/store.server.ts";
import { isLetGo } from "../../rules.ts";
import { selectEnquiries } from "../../store.server.ts";

/** Of a request: no telephone number or mailbox of the workplace, which are told once it is fixed. */
const SHOWN = [
  "number",
  "workplace",
  "size",
  "people",
  "industry",
  "topics",
  "wish",
  "slots",
  "status",
  "place",
  "decidedBy",
] as const;
type Shown = Pick<SupportRequest, (typeof SHOWN)[number]>;
const shownOf = (request: SupportRequest): Shown =>
  Object.fromEntries(SHOWN.map((name) => [name, request[name]])) as Shown;

/** What a supporter sees behind its link. */
export type AnswerView = Readonly<{
  enquiry: Enquiry;
  request: Shown & Pick<SupportRequest, "fixed">;
  town: string;
  offer: string;
  files: readonly Attached[];
  /** Once it is fixed for this supporter. */
  contact: Readonly<{ contact: string; phone: string; email: string; address: string }> | null;
  together: readonly string[];
  report: Report | undefined;
  /** What the workplace said of the visit. */
  feedback: Feedback | undefined;
  /** The last day for the answer, while it is open. */
  deadline: PlainDate | undefined;
  today: string;
}>;

export const readAnswer = (app: App, token: string): Promise<Result<AnswerView>> =>
  byLink(app, token, "answer", async (unit, link) => {
    const request = await findRequest(unit, link.area, link.requestId!);
    const enquiries = await selectEnquiries(unit, link.area, link.requestId!);
    const enquiry = enquiries.find((one) => one.id === link.enquiryId);
    if (!request || !enquiry) return notFound("enquiry");
    const towns = await getAreas(unit, [request.municipality as AreaId]);
    const [offer] = await selectOffers(unit, link.area, { ids: [enquiry.offerId] });
    const mine = enquiry.state === "chosen";
    const { contact, phone, email, address } = request;
    return ok({
      enquiry,
      request: { ...shownOf(request), fixed: mine ? request.fixed : null },
      town: towns.get(request.municipality as AreaId)?.name ?? "",
      offer: offer?.title ?? "",
      files: isLetGo(enquiry.state) ? [] : await selectAttached(unit, link.area, request.id),
      contact: mine ? { contact, phone, email, address } : null,
      together: mine
        ? enquiries
            .filter((one) => one.state === "chosen" && one.id !== enquiry.id)
            .map((one) => one.organisationName)
        : [],
      report: mine ? await findReport(unit, link.area, request.id) : undefined,
      feedback: mine ? await findFeedback(unit, link.area, request.id) : undefined,
      deadline:
        enquiry.state === "open" && enquiry.deadline
          ? plainDateIn(enquiry.deadline, "Asia/Tokyo")
          : undefined,
      today: unit.clock.today(),
    });
  });
