import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { conflict, invalid, notFound, type Result } from "#platform/kernel/result.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import type { SupportPermit } from "../access.ts";
import { partingOf, post } from "../letters/letter.commands.server.ts";
import { TEXTS } from "../model/enquiry.messages.ts";
import { askedOf, possibleTeams, whyNot } from "../model/enquiry.rules.ts";
import type { Slot } from "../model/offer.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import { may } from "../model/request.rules.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { visitValues } from "../model/request-form.rules.ts";
import { places, takePlaces } from "../offers/capacity.commands.server.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";
import { findRequest } from "./request.store.server.ts";
import { tellSecretariat } from "./stalled-request.commands.server.ts";
import { type Matter, onRequest, step, stepEnquiry, withMatter } from "./step.commands.server.ts";

import { tellEveryone } from "./visit-letter.commands.server.ts";

const text = z.string().default("");
const LONGEST_REASON = 200;

/** The coordinator decides who comes when. */
export const decideVisit = command({
  ...onRequest,
  name: "visit.decide",
  input: z.object({
    slot: z.coerce.number({ error: TEXTS.chooseSlot }).default(0),
    member: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  }),
  run: withMatter((permit, matter, { slot, member }, app) =>
    fix(permit, app, matter, { slot, members: member }),
  ),
});

/** Fixes the visit: takes the places, tells everyone, thanks and releases the others. Nothing happens where a place is gone. */
export async function fix(
  permit: SupportPermit,
  app: App,
  { request, enquiries }: Matter,
  { slot: index, members }: Readonly<{ slot: number; members: readonly string[] }>,
): Promise<Result<SupportRequest>> {
  const slot = request.slots[index];
  if (!slot) return invalid({ slot: [TEXTS.chooseSlot] });
  if (slot.day < permit.clock.today()) return invalid({ slot: [TEXTS.pastDay] });
  const chosen = enquiries.filter((one) => members.includes(one.id));
  const why = whyNot(request.needs, askedOf(enquiries), members, index);
  if (why) return invalid({ member: [TEXTS.notTeam[why]] });
  const offers = chosen.map((one) => one.offerId);
  const taken = await takePlaces(permit, request, offers, slot.day);
  if (!taken.ok) return taken;
  const done = await step(permit, request, "fix", {
    detail: { slot, who: chosen.map((one) => one.organisationName) },
    // After a visit that was called off the next one has the higher number in the same calendar entry.
    change: {
      fixedDay: slot.day,
      fixedFrom: slot.from,
      fixedTo: slot.to,
      moves: request.moves === 0 ? 0 : request.moves + 1,
    },
  });
  if (!done.ok) return done;
  const at = permit.clock.now();
  await tellEveryone(permit, app, done.value, chosen, "fixed", slot);
  for (const one of enquiries.filter((other) => !chosen.includes(other) && other.state !== "dropped")) {
    await stepEnquiry(permit, one, "release");
    if (one.state !== "queued")
      await post(permit, request, {
        letter: partingOf(one),
        to: one.email,
        name: one.organisationName,
        about: one.id,
        key: `${one.id}:${at.getTime()}`,
      });
  }
  for (const one of chosen) await stepEnquiry(permit, one, "choose");
  return done;
}

/** Another day for the same people: the places move with it, the history stays. Not over another day fixed meanwhile. */
export const moveVisit = command({
  ...onRequest,
  name: "visit.move",
  input: z.object({ day: text, from: text, to: text }),
  async seen(permit, { area, id }) {
    const request = await findRequest(permit, area, id, true);
    return request && visitValues(request);
  },
  run: withMatter(async (permit, { request, enquiries }, { area, id, from, to, ...wanted }, app) => {
    if (!may(request.status, "move")) return conflict(ERRORS.ja.moment!);
    const day = typedDayOf(wanted.day);
    if (!day) return invalid({ day: [ERRORS.ja.day!] });
    if (day < permit.clock.today()) return invalid({ day: [ERRORS.ja.past!] });
    if (!/^\d{2}:\d{2}$/.test(from) || !/^\d{2}:\d{2}$/.test(to) || to <= from)
      return invalid({ day: [ERRORS.ja.time!] });
    const slot: Slot = { day, from, to };
    const taken = await takePlaces(permit, request, await places.heldBy(permit, area, id), day);
    if (!taken.ok) return taken;
    const done = await step(permit, request, "move", {
      detail: { from: request.fixed, slot },
      change: { fixedDay: day, fixedFrom: from, fixedTo: to, moves: request.moves + 1 },
    });
    if (!done.ok) return done;
    const comers = enquiries.filter((one) => one.state === "chosen");
    await tellEveryone(permit, app, done.value, comers, "moved", slot);
    return done;
  }),
});

/**
 * Somebody who was to come can't, by the secretariat or by the link of a letter: back to asking, with all answers and the
 * history kept.
 */
export const reopenVisit = command({
  name: "visit.reopen",
  ...onEnquiry,
  input: z.object({ why: text.transform((typed) => typed.trim().slice(0, LONGEST_REASON)) }),
  run: withMatter((permit, matter, { enquiry, why }, app) => withoutOne(permit, app, matter, enquiry, why)),
});

async function withoutOne(
  permit: SupportPermit,
  app: App,
  { request, enquiries }: Matter,
  lost: string,
  why: string,
): Promise<Result<SupportRequest>> {
  const { areaId: area, id } = request;
  const gone = enquiries.find((one) => one.id === lost && one.state === "chosen");
  if (!gone) return notFound("enquiry");
  const by = permit.actor.kind === "holder" ? { by: gone.organisationName } : {};
  const done = await step(permit, request, "reopen", {
    ...by,
    detail: { lost: gone.organisationName, from: request.fixed, ...(why ? { why } : {}) },
    change: { fixedDay: null, fixedFrom: null, fixedTo: null, moves: request.moves + 1 },
  });
  if (!done.ok) return done;
  await places.release(permit, area, id, "reopened");
  await stepEnquiry(permit, gone, "drop");
  const answered = enquiries.filter(
    (one) => one !== gone && one.answers && ["chosen", "released"].includes(one.state),
  );
  for (const one of answered) await stepEnquiry(permit, one, "keep");
  await tellEveryone(
    permit,
    app,
    done.value,
    enquiries.filter((one) => one !== gone && one.state === "chosen"),
    "reopened",
    request.fixed!,
  );
  await tellSecretariat(permit, app, done.value);
  // Nobody is being waited for: the secretariat decides with the answers there are, or asks others.
  const left = askedOf(answered.map((one) => ({ ...one, state: "answered" })));
  const team = possibleTeams(request.needs, left, request.slots.length).length > 0;
  return step(permit, done.value, team ? "complete" : "lapse", { by: "<rules>" });
}
