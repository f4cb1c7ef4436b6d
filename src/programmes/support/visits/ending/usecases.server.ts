import type { Actor } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, type Result } from "#platform/kernel/result.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import { visitFile } from "../../calendar/present.ts";
import { releaseBookings } from "../../capacity/store.server.ts";
import { selectWaiting, updateWaiting } from "../../capacity/waiting/store.server.ts";
import { TEXTS } from "../../enquiries/messages.ts";
import { selectEnquiries, updateEnquiry } from "../../enquiries/store.server.ts";
import { post } from "../../letters/usecases.server.ts";
import { type Key, ofWorkplace, whoWith } from "../../requests/own/usecases.server.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { hold, type Matter, step, valuesFor } from "../../requests/steps/usecases.server.ts";
import { UNMET_REASONS } from "../rules.ts";

/** The workplace takes its own request back. */
export const withdrawOwn = (app: App, key: Key): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const enquiries = await selectEnquiries(unit, request.areaId, request.id);
    return withdraw(unit, app, { request, enquiries }, whoWith(unit));
  });

/** The secretariat does it for whom telephones. */
export function withdrawFor(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? withdraw(unit, app, held.value) : held;
  });
}

/** Places are free again, those asked are told. */
async function withdraw(
  unit: Unit,
  app: App,
  { request, enquiries }: Matter,
  by?: string,
): Promise<Result<SupportRequest>> {
  const done = await step(unit, request, "withdraw", by ? { by } : {});
  if (!done.ok) return done;
  const off = request.fixed && {
    slot: request.fixed,
    sequence: request.moves + 1,
    cancelled: true,
    at: unit.clock.now(),
  };
  const file = off && visitFile(app.config, request, await valuesFor(unit, request), off);
  await letGo(unit, { request, enquiries }, "withdrawn", file ? [file] : []);
  return done;
}

/** Gives back what a request holds and tells those who were asked. */
export async function letGo(
  unit: Unit,
  { request, enquiries }: Matter,
  letter: "withdrawn" | "released",
  forThoseWhoWereToCome: readonly MailAttachment[] = [],
): Promise<void> {
  const { areaId: area, id } = request;
  await releaseBookings(unit, area, id, unit.clock.now(), letter);
  for (const waiting of await selectWaiting(unit, area, { requestId: id }))
    await updateWaiting(unit, area, waiting.id, { outcome: "left" });
  const values = await valuesFor(unit, request);
  for (const one of enquiries.filter((each) =>
    ["queued", "open", "answered", "chosen"].includes(each.state),
  )) {
    await updateEnquiry(unit, area, one.id, { state: "released" });
    if (one.state !== "queued")
      await post(unit, {
        area,
        letter,
        to: one.email,
        values,
        onceKey: `${one.id}:end`,
        attachments: one.state === "chosen" ? forThoseWhoWereToCome : [],
      });
  }
}

/** Nobody can help: said to the workplace with the reason, and counted as what the area lacks. */
export function refuse(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  reason: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const { request } = held.value;
    if (!(UNMET_REASONS as readonly string[]).includes(reason)) return invalid({ reason: [TEXTS.reason] });
    const done = await step(unit, request, "refuse", {
      detail: { reason },
      change: { unmet_reason: reason },
    });
    if (!done.ok) return done;
    await letGo(unit, held.value, "released");
    const { slug } = await getArea(unit, area);
    const english = request.language === "en" ? "?lang=en" : "";
    const link = `${app.config.origin}/areas/${slug}/ask${english}`;
    const values = { ...(await valuesFor(unit, request)), link };
    await post(unit, {
      area,
      letter: "refused",
      to: request.email,
      language: request.language,
      values,
      onceKey: id,
    });
    return done;
  });
}
