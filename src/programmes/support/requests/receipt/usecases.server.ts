import qrcode from "qrcode";
import { type Area, getArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { Undelivered } from "#platform/mail/deliveries.ts";
import { calendarOf } from "../../calendar/present.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { undeliveredOf } from "../../letters/undelivered/usecases.server.ts";
import { serviceOn, servicesOn } from "../../offers/chisanpo/rules.ts";
import { selectOffers } from "../../offers/store.server.ts";
import type { Feedback, Report } from "../../reports/schema.ts";
import { findFeedback, findReport } from "../../reports/store.server.ts";
import { type Receipt, receive } from "../asking/usecases.server.ts";
import { partsOf, printOf } from "../changing/rules.ts";
import type { Attached } from "../files/schema.ts";
import { selectAttached } from "../files/store.server.ts";
import { type Key, ofWorkplace, whoWith } from "../own/usecases.server.ts";
import type { Part } from "../rules.ts";
import type { SupportRequest } from "../schema.ts";
import { step } from "../steps/usecases.server.ts";

/** What the workplace sees behind its link. */
export type ReceiptView = Readonly<{
  request: SupportRequest;
  area: Pick<Area, "slug" | "name">;
  /** The office's own word on its fee, where it has one; else `paid` or free. */
  comers: readonly { name: string; equipment: string; paid: boolean; feeNote: string }[];
  /** The service that was asked for. */
  service: Readonly<{ ja: string; en: string }> | undefined;
  report: Report | undefined;
  feedback: Feedback | undefined;
  files: readonly Attached[];
  /** The mailbox that our last mail did not reach. */
  undelivered: Undelivered | undefined;
  /** What may be changed now, and as what it is seen: to tell a stale form from a fresh one. */
  changeable: readonly Part[];
  print: string;
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
const READING = { hold: false };

export const readReceipt = (app: App, key: Key): Promise<Result<ReceiptView>> =>
  ofWorkplace(
    app,
    key,
    async (unit, request) => {
      const area = request.areaId;
      const chosen = (await selectEnquiries(unit, area, request.id)).filter((one) => one.state === "chosen");
      const offers = await selectOffers(unit, area, { ids: chosen.map((one) => one.offerId) });
      const over = ["held", "reported"].includes(request.status);
      const { slug, name } = await getArea(unit, area);
      return ok({
        request,
        area: { slug, name },
        comers: chosen.map((one) => {
          const offer = offers.find((each) => each.id === one.offerId);
          return {
            name: one.organisationName,
            equipment: offer?.equipment ?? "",
            paid: offer?.fee === "paid",
            feeNote: offer?.fee === "paid" ? offer.feeNote : "",
          };
        }),
        service: serviceOn(request.service, request.madeOn),
        report: await findReport(unit, area, request.id),
        feedback: await findFeedback(unit, area, request.id),
        undelivered: (await undeliveredOf(unit, request, [])).workplace,
        files: await selectAttached(unit, area, request.id),
        changeable: partsOf(request),
        print: printOf(request),
        services:
          over && request.size < SMALL && request.service === null ? [...servicesOn(unit.clock.today())] : [],
      });
    },
    READING,
  );

/** An address as a picture that a telephone reads. */
export const codeOf = async (address: string): Promise<string> =>
  `data:image/svg+xml;base64,${Buffer.from(await qrcode.toString(address, { type: "svg", margin: 1 })).toString("base64")}`;

/** The visit as a file for the workplace's calendar. */
export const receiptCalendar = (app: App, key: Key): Promise<Result<string>> =>
  ofWorkplace(
    app,
    key,
    async (_unit, request) => {
      if (!request.fixed) return notFound("visit");
      const { id, number, fixed, moves, statusSince } = request;
      const host = new URL(app.config.origin).hostname;
      return ok(
        calendarOf(
          "",
          [{ id, number, slot: fixed, town: "", sequence: moves, changedAt: statusSince }],
          host,
        ),
      );
    },
    READING,
  );

/**
 * The workplace takes a service of the occupational health centre after the visit: a request of its own that follows
 * the first, with the deadline that the law counts. The same service is taken once.
 */
export const takeService = (
  app: App,
  key: Key,
  choice: Readonly<{ service: string; checkupOn?: string; appliedOn?: string }>,
): Promise<Result<Receipt>> =>
  ofWorkplace(app, key, async (unit, first) => {
    const by = whoWith(unit);
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
        area: first.areaId,
        channel: by === "<workplace>" ? "web" : "account",
        language: first.language,
        onceKey: `${first.id}:${choice.service}`,
        organisationId: first.organisationId,
        follows: first.id,
      },
      by,
    );
    if (!made.ok) return made;
    const done = await step(unit, first, "follow", {
      by,
      detail: { service: choice.service, number: made.value.number },
    });
    return done.ok ? made : done;
  });
