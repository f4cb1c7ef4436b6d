import type { Actor } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { invalid, notFound, type Result } from "#platform/kernel/result.ts";
import { visitFile } from "../calendar/present.ts";
import { bookedOffers, releaseBookings } from "../capacity/store.server.ts";
import { takePlaces } from "../capacity/usecases.server.ts";
import { selectWaiting, updateWaiting } from "../capacity/waiting/store.server.ts";
import { TEXTS } from "../enquiries/messages.ts";
import { askedOf, possibleTeams, whyNot } from "../enquiries/rules.ts";
import { tellSecretariat } from "../enquiries/stalled/usecases.server.ts";
import { updateEnquiry } from "../enquiries/store.server.ts";
import type { Letter } from "../letters/messages.ts";
import { post } from "../letters/usecases.server.ts";
import { byLink, makeLink } from "../links/usecases.server.ts";
import type { Slot } from "../offers/rules.ts";
import { ERRORS } from "../requests/messages.ts";
import type { Enquiry, SupportRequest } from "../requests/schema.ts";
import { hold, type Matter, step, valuesFor } from "../requests/steps/usecases.server.ts";

/** The coordinator decides who comes when. */
export function decide(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  choice: Readonly<{ slot: number; members: readonly string[] }>,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? fix(unit, app, held.value, choice) : held;
  });
}

/** Fixes the visit: takes the places, tells everyone, thanks and releases the others. Nothing happens where a place is gone. */
export async function fix(
  unit: Unit,
  app: App,
  { request, enquiries }: Matter,
  { slot: index, members }: Readonly<{ slot: number; members: readonly string[] }>,
): Promise<Result<SupportRequest>> {
  const slot = request.slots[index];
  if (!slot) return invalid({ slot: [TEXTS.chooseSlot] });
  if (slot.day < unit.clock.today()) return invalid({ slot: [TEXTS.pastDay] });
  const chosen = enquiries.filter((one) => members.includes(one.id));
  const why = whyNot(request.needs, askedOf(enquiries), members, index);
  if (why) return invalid({ members: [TEXTS.notTeam[why]] });
  const places = await takePlaces(
    unit,
    request,
    chosen.map((one) => one.offerId),
    slot.day,
  );
  if (!places.ok) return places;
  const done = await step(unit, request, "fix", {
    detail: { slot, who: chosen.map((one) => one.organisationName) },
    // After a visit that was called off the next one has the higher number in the same calendar entry.
    change: {
      fixed_day: slot.day,
      fixed_from: slot.from,
      fixed_to: slot.to,
      moves: request.moves === 0 ? 0 : request.moves + 1,
    },
  });
  if (!done.ok) return done;
  const at = unit.clock.now();
  for (const waiting of await selectWaiting(unit, request.areaId, { requestId: request.id }))
    await updateWaiting(unit, request.areaId, waiting.id, { outcome: "taken" });
  await tellEveryone(unit, app, done.value, chosen, "fixed", slot);
  const values = await valuesFor(unit, request);
  for (const one of enquiries.filter((other) => !chosen.includes(other) && other.state !== "dropped")) {
    await updateEnquiry(unit, request.areaId, one.id, { state: "released" });
    if (one.state !== "queued")
      await post(unit, {
        area: request.areaId,
        letter: "released",
        to: one.email,
        values,
        onceKey: `${one.id}:${at.getTime()}`,
      });
  }
  for (const one of chosen) await updateEnquiry(unit, request.areaId, one.id, { state: "chosen" });
  return done;
}

/**
 * Tells those who come and the workplace, each with a link of their own and a file for the calendar: of the visit as it
 * is now, or of the one that is off.
 */
async function tellEveryone(
  unit: Unit,
  app: App,
  request: SupportRequest,
  comers: readonly Enquiry[],
  news: "fixed" | "moved" | "reopened",
  slot: Slot,
): Promise<void> {
  const base = await valuesFor(unit, request);
  const { areaId: area, id, moves } = request;
  const told = { slot, sequence: moves, cancelled: news === "reopened", at: unit.clock.now() };
  const attachments = [visitFile(app.config, request, base, told)];
  const key = (whom: string) => `${whom}:${moves}:${unit.clock.now().getTime()}`;
  const letter = (whom: "supporter" | "workplace"): Letter => (news === "fixed" ? `fixed_${whom}` : news);
  for (const one of comers.filter((each) => each.email !== "")) {
    const token = await makeLink(unit, area, "answer", { requestId: id, enquiryId: one.id });
    const values = { ...base, link: `${app.config.origin}/a/${token}` };
    await post(unit, {
      area,
      letter: letter("supporter"),
      to: one.email,
      values,
      slot,
      onceKey: key(one.id),
      attachments,
    });
  }
  if (request.email === "") return;
  const token = await makeLink(unit, area, "receipt", { requestId: id });
  const values = { ...base, link: `${app.config.origin}/r/${token}` };
  await post(unit, {
    area,
    letter: letter("workplace"),
    to: request.email,
    language: request.language,
    values,
    slot,
    onceKey: key(id),
    attachments,
  });
}

/** Another day for the same people: the places move with it, the history stays. */
export function moveVisit(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  to: Readonly<{ day: string; from: string; to: string }>,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const { request, enquiries } = held.value;
    const day = parsePlainDate(to.day);
    if (!day) return invalid({ day: [ERRORS.ja.day!] });
    if (day < unit.clock.today()) return invalid({ day: [ERRORS.ja.past!] });
    if (!/^\d{2}:\d{2}$/.test(to.from) || !/^\d{2}:\d{2}$/.test(to.to) || to.to <= to.from)
      return invalid({ day: [ERRORS.ja.time!] });
    const slot: Slot = { day, from: to.from, to: to.to };
    const places = await takePlaces(unit, request, await bookedOffers(unit, area, id), day);
    if (!places.ok) return places;
    const done = await step(unit, request, "move", {
      detail: { from: request.fixed, slot },
      change: { fixed_day: day, fixed_from: slot.from, fixed_to: slot.to, moves: request.moves + 1 },
    });
    if (!done.ok) return done;
    await tellEveryone(
      unit,
      app,
      done.value,
      enquiries.filter((one) => one.state === "chosen"),
      "moved",
      slot,
    );
    return done;
  });
}

/** Somebody who was to come can't: back to asking, with all answers and the history kept. */
export function reopen(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  lost: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? withoutOne(unit, app, held.value, lost) : held;
  });
}

/** The same by whoever can't come, by the link of its letters. */
export const reopenByLink = (app: App, token: string): Promise<Result<SupportRequest>> =>
  byLink(app, token, "answer", async (unit, link) => {
    const held = await hold(unit, link.area, link.requestId!, "enquiry.answer");
    return held.ok ? withoutOne(unit, app, held.value, link.enquiryId!) : held;
  });

async function withoutOne(
  unit: Unit,
  app: App,
  { request, enquiries }: Matter,
  lost: string,
): Promise<Result<SupportRequest>> {
  const { areaId: area, id } = request;
  const gone = enquiries.find((one) => one.id === lost && one.state === "chosen");
  if (!gone) return notFound("enquiry");
  const by = unit.actor.kind === "service" ? { by: gone.organisationName } : {};
  const done = await step(unit, request, "reopen", {
    ...by,
    detail: { lost: gone.organisationName, from: request.fixed },
    change: { fixed_day: null, fixed_from: null, fixed_to: null, moves: request.moves + 1 },
  });
  if (!done.ok) return done;
  await releaseBookings(unit, area, id, unit.clock.now(), "reopened");
  await updateEnquiry(unit, area, gone.id, { state: "dropped" });
  const answered = enquiries.filter(
    (one) => one !== gone && one.answers && ["chosen", "released"].includes(one.state),
  );
  for (const one of answered) await updateEnquiry(unit, area, one.id, { state: "answered" });
  await tellEveryone(
    unit,
    app,
    done.value,
    enquiries.filter((one) => one !== gone && one.state === "chosen"),
    "reopened",
    request.fixed!,
  );
  await tellSecretariat(unit, app, done.value);
  // Nobody is being waited for: the secretariat decides with the answers there are, or asks others.
  const left = askedOf(answered.map((one) => ({ ...one, state: "answered" })));
  const team = possibleTeams(request.needs, left, request.slots.length).length > 0;
  return step(unit, done.value, team ? "complete" : "lapse", { by: "<rules>" });
}
