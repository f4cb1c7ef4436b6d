import { type Area, getArea } from "#foundation/areas/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { calendarOf } from "../../calendar/present.ts";
import { selectWaiting } from "../../capacity/store.server.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { byLink } from "../../links/usecases.server.ts";
import { servicesOn } from "../../offers/chisanpo/rules.ts";
import { selectOffers } from "../../offers/store.server.ts";
import type { Feedback, Report } from "../../reports/schema.ts";
import { findFeedback, findReport } from "../../reports/store.server.ts";
import { receive } from "../asking/usecases.server.ts";
import type { SupportRequest } from "../schema.ts";
import { step } from "../steps/usecases.server.ts";
import { findRequest } from "../store.server.ts";

/** What the workplace sees behind its link. */
export type ReceiptView = Readonly<{
  request: SupportRequest;
  area: Pick<Area, "slug" | "name">;
  comers: readonly { name: string; equipment: string; fee: string }[];
  /** A place of a waiting list that is held out, until then. */
  offeredUntil: Date | null;
  report: Report | undefined;
  feedback: Feedback | undefined;
  /** Services of the occupational health centre that may follow. */
  services: readonly {
    key: string;
    ja: string;
    en: string;
    precondition: string;
    preconditionEn: string;
    deadlineText: string;
    asks: string;
    forms: readonly string[];
  }[];
}>;

const SMALL = 50;

export const readReceipt = (app: App, token: string): Promise<Result<ReceiptView>> =>
  byLink(app, token, "receipt", async (unit, link) => {
    const request = await findRequest(unit.tx, link.area, link.requestId!);
    if (!request) return notFound("request");
    const chosen = (await selectEnquiries(unit.tx, link.area, request.id)).filter(
      (one) => one.state === "chosen",
    );
    const offers = await selectOffers(unit.tx, link.area, { ids: chosen.map((one) => one.offerId) });
    const now = unit.clock.now();
    const waiting = await selectWaiting(unit.tx, link.area, { requestId: request.id });
    const over = ["held", "reported"].includes(request.status);
    const { slug, name } = await getArea(unit.tx, link.area);
    return ok({
      request,
      area: { slug, name },
      comers: chosen.map((one) => {
        const offer = offers.find((each) => each.id === one.offerId);
        return {
          name: one.organisationName,
          equipment: offer?.equipment ?? "",
          fee: offer?.fee === "paid" ? offer.feeNote || "有料" : "無料",
        };
      }),
      offeredUntil: waiting.find((one) => one.deadline && one.deadline > now)?.deadline ?? null,
      report: await findReport(unit.tx, link.area, request.id),
      feedback: await findFeedback(unit.tx, link.area, request.id),
      services:
        over && request.size < SMALL && request.service === null ? [...servicesOn(unit.clock.today())] : [],
    });
  });

/** The visit as a file for the workplace's calendar. */
export const receiptCalendar = (app: App, token: string): Promise<Result<string>> =>
  byLink(app, token, "receipt", async (unit, link) => {
    const request = await findRequest(unit.tx, link.area, link.requestId!);
    if (!request?.fixed) return notFound("visit");
    const { id, number, fixed, moves, statusSince } = request;
    const host = new URL(app.config.origin).hostname;
    return ok(
      calendarOf("", [{ id, number, slot: fixed, town: "", sequence: moves, changedAt: statusSince }], host),
    );
  });

/**
 * The workplace takes a service of the occupational health centre after the visit: a request of its own that follows
 * the first, with the deadline that the law counts. The same service is taken once.
 */
export const takeService = (
  app: App,
  token: string,
  choice: Readonly<{ service: string; checkupOn?: string; appliedOn?: string }>,
): Promise<Result<{ token: string; number: string }>> =>
  byLink(app, token, "receipt", async (unit, link) => {
    const first = await findRequest(unit.tx, link.area, link.requestId!, true);
    if (!first) return notFound("request");
    const { workplace, contact, phone, email, municipality, address, industry, size } = first;
    const input = {
      ...choice,
      workplace,
      contact,
      phone,
      email,
      municipality,
      address,
      industry,
      size,
      people: 1,
      place: "centre",
      topics: [],
      wishes: [],
    };
    const made = await receive(
      unit,
      app,
      input,
      {
        area: link.area,
        channel: "web",
        language: first.language,
        onceKey: `${first.id}:${choice.service}`,
        organisationId: first.organisationId,
        follows: first.id,
      },
      "<workplace>",
    );
    if (!made.ok) return made;
    const done = await step(unit, first, "follow", {
      by: "<workplace>",
      detail: { service: choice.service, number: made.value.number },
    });
    return done.ok ? ok({ token: made.value.token, number: made.value.number }) : done;
  });

/** The organisation for which a signed-in workplace asks. */
export const workplaceOf = (actor: Actor): OrganisationId | null =>
  actor.kind === "person"
    ? (actor.memberships.find((one) => one.role === "workplace")?.organisationId ?? null)
    : null;
