import { getArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { calendarFile } from "#platform/files/calendar-file.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { SupportPermit } from "../access.ts";
import { townOf } from "../letters/letter.commands.server.ts";
import { officeName } from "../letters/letter.messages.ts";
import type { Slot } from "../model/offer.rules.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { officesOf } from "../office/office.queries.server.ts";
import { entryOf, placeIn } from "./calendar.present.ts";
import { tellSupporters, tellWorkplace } from "./request-letter.commands.server.ts";

type Told = Readonly<{ slot: Slot; sequence: number; cancelled: boolean }>;

/** What goes with the letter that tells of a visit, or that it is off. */
export async function visitFile(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  told: Told,
): Promise<MailAttachment> {
  const { id, number } = request;
  const { name, slug } = await getArea(permit, request.areaId);
  const town = await townOf(permit, request);
  const [reached] = await officesOf(permit, request.areaId);
  const visit = {
    ...{ ...told, id, number, town, changedAt: permit.clock.now() },
    place: placeIn(town, request.place),
    ...(reached?.phone ? { phone: reached.phone } : {}),
    // A calendar is copied about: the page of the window, and no link that opens the request.
    link: `${app.config.origin}/areas/${slug}/ask`,
  };
  const organiser = { name: officeName(name, "ja"), email: app.config.mailFrom };
  return {
    name: `${number}.ics`,
    mediaType: `text/calendar; charset=utf-8; method=${told.cancelled ? "CANCEL" : "PUBLISH"}`,
    text: calendarFile(entryOf(visit, new URL(app.config.origin).hostname), organiser),
  };
}

/**
 * Tells those who come and the workplace, each with a link of their own and a file for the calendar: of the visit as it
 * is now, or of the one that is off.
 */
export async function tellEveryone(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  comers: readonly Enquiry[],
  news: "fixed" | "moved" | "reopened",
  slot: Slot,
): Promise<void> {
  const { moves: sequence } = request;
  const file = await visitFile(permit, app, request, { slot, sequence, cancelled: news === "reopened" });
  const more = { slot, attachments: [file] };
  const key = ({ id }: Readonly<{ id: string }>) => `${id}:${sequence}:${permit.clock.now().getTime()}`;
  const [toSupporters, toWorkplace] =
    news === "fixed" ? (["fixed_supporter", "fixed_workplace"] as const) : ([news, news] as const);
  await tellSupporters(permit, app, request, comers, toSupporters, { ...more, key });
  await tellWorkplace(permit, app, request, toWorkplace, { ...more, key: key(request) });
}
