import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { inLine, isOnOffer } from "#foundation/bookings/public.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import type { Offer } from "../model/offer.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import { may } from "../model/request.rules.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { holderOf, places, takePlaces } from "../offers/capacity.commands.server.ts";
import { matches } from "../offers/matching.queries.server.ts";
import { findOffer } from "../offers/offer.store.server.ts";
import { askThese } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { leave, timesFor } from "./freed-places.usecases.server.ts";
import { lookAtOwn, whoWith, withOwn } from "./own-request.usecases.server.ts";
import { onOwnRequest, onRequest, step, stepEnquiry, withMatter } from "./step.commands.server.ts";

const LineInput = z.object({ offer: z.string().default("") });

/** The secretariat puts a request on the waiting list of an offer. */
export const putInLine = command({
  ...onRequest,
  name: "waiting.enter",
  input: LineInput.pipe(z.object({ offer: z.uuid() })),
  run: withMatter(async (permit, matter, { area, offer: offerId }) => {
    const offer = await findOffer(permit, area, offerId);
    return offer ? join(permit, matter.request, offer) : notFound("offer");
  }),
});

async function join(
  permit: SupportPermit,
  request: SupportRequest,
  offer: Pick<Offer, "id" | "title">,
): Promise<Result<undefined>> {
  const done = await step(permit, request, "wait", { by: whoWith(permit), detail: { offer: offer.title } });
  if (!done.ok) return done;
  await places.wait(permit, request.areaId, offer.id, holderOf(request), request.cameBefore);
  return ok(undefined);
}

/**
 * The offers whose line this request may join: only where none is to be had, those that would fit but are full or
 * keep a waiting list. The place is agreed on when there is one: the form says "at our workplace" unless one thinks of it.
 */
async function lines(permit: SupportPermit, request: SupportRequest): Promise<Offer[]> {
  if (!may(request.status, "wait")) return [];
  const enquiries = await selectEnquiries(permit, request.areaId, request.id);
  const found = (await matches(permit, request, enquiries, false)).filter((one) => one.offer.published);
  if (enquiries.length > 0 || found.some((one) => one.obstacles.length === 0 && one.first)) return [];
  const only = (codes: readonly string[]) => codes.every((code) => ["waiting_list", "place"].includes(code));
  return found.filter((one) => only(one.obstacles.map(({ code }) => code))).map((one) => one.offer);
}

/** How it stands with waiting, for the workplace: what it may wait for, its place in line, a place that is held out. */
export type WaitingView = Readonly<{
  choices: readonly Readonly<{ value: string; label: string }>[];
  line: Readonly<{ title: string; place: number }> | undefined;
  /** For which day it is held, and whether the workplace had wished for it. */
  offered: Readonly<{ title: string; until: PlainDate; day: PlainDate; wished: boolean }> | undefined;
}>;

/** Where a request stands in the line that it is in; no place any more once one is held out to it until the deadline. */
export async function standingOf(
  permit: SupportPermit,
  { areaId, id }: Pick<SupportRequest, "areaId" | "id">,
): Promise<
  { offer: Offer; place: number | undefined; deadline: Date | null; day: PlainDate | undefined } | undefined
> {
  const [mine] = await places.line(permit, areaId, { holder: id });
  const offer = mine && (await findOffer(permit, areaId, mine.subjectId));
  if (!offer) return undefined;
  if (mine.offeredUntil)
    return { offer, place: undefined, deadline: mine.offeredUntil, day: mine.slot as PlainDate };
  const line = inLine(await places.line(permit, areaId, { subject: offer.id }), offer);
  const place = line.findIndex((one) => one.id === mine.id) + 1;
  return { offer, place, deadline: null, day: undefined };
}

export const readWaiting = query({
  ...onOwnRequest,
  name: "waiting.read",
  run: lookAtOwn(async (permit, request): Promise<Result<WaitingView>> => {
    const english = request.language === "en";
    const name = (offer: Offer) => (english && offer.titleEn ? offer.titleEn : offer.title);
    const choices = (await lines(permit, request)).map((offer) => ({ value: offer.id, label: name(offer) }));
    const standing = await standingOf(permit, request);
    if (!standing) return ok({ choices, line: undefined, offered: undefined });
    const { place, deadline, day } = standing;
    const title = name(standing.offer);
    const held = deadline && deadline > permit.clock.now() ? plainDateIn(deadline, "Asia/Tokyo") : undefined;
    return ok({
      choices: [],
      line: place === undefined ? undefined : { title, place },
      offered:
        held && day
          ? { title, until: held, day, wished: request.wishes.some((wish) => wish.day === day) }
          : undefined,
    });
  }),
});

/** The workplace itself goes on the waiting list of an offer. */
export const joinLine = command({
  ...onOwnRequest,
  name: "waiting.join",
  input: LineInput,
  run: withOwn(async (permit, request, { offer: offerId }) => {
    const offer = (await lines(permit, request)).find((one) => one.id === offerId);
    return offer ? join(permit, request, offer) : conflict(ERRORS[request.language].moment!);
  }),
});

const offeredTo = async (permit: SupportPermit, request: SupportRequest) =>
  (await places.line(permit, request.areaId, { holder: request.id })).find((one) =>
    isOnOffer(one, permit.clock.now()),
  );

/** The workplace does not want the place that it was offered: the next in line is offered it at once. */
export const declineOfferedPlace = command({
  ...onOwnRequest,
  name: "waiting.decline",
  run: withOwn(async (permit, request) => {
    const waiting = await offeredTo(permit, request);
    if (!waiting) return conflict(ERRORS[request.language].moment!);
    const left = await leave(permit, request, waiting, "left", whoWith(permit));
    return left.ok ? ok(undefined) : left;
  }),
});

/** The workplace takes the place that it was offered: the offices are asked for the days that can be had. */
export const takeOfferedPlace = command({
  ...onOwnRequest,
  name: "waiting.take",
  run: withOwn(async (permit, request, _target, app) => {
    const area = request.areaId;
    const waiting = await offeredTo(permit, request);
    if (!waiting) return conflict(ERRORS[request.language].moment!);
    await places.hold(permit, area, [waiting.subjectId], request.id);
    const offer = await findOffer(permit, area, waiting.subjectId);
    const slots = offer ? await timesFor(permit, request, offer, waiting.slot as PlainDate) : [];
    if (!offer || slots.length === 0) return conflict(ERRORS[request.language].full!);
    const taken = await takePlaces(permit, request, [offer.id], slots[0]!.day);
    if (!taken.ok) return taken;
    // What the office said before the line was about a place that there was not.
    for (const one of await selectEnquiries(permit, area, request.id))
      if (one.offerId === offer.id && !isLetGo(one.state)) await stepEnquiry(permit, one, "release");
    const enquiries = await selectEnquiries(permit, area, request.id);
    const asking = { offers: [offer.id], mode: "together", slots } as const;
    const asked = await askThese(permit, app, request, enquiries, asking);
    return asked.ok ? ok(undefined) : asked;
  }),
});
