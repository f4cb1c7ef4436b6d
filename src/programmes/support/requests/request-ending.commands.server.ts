import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import type { SupportPermit } from "../access.ts";
import { partingOf, post } from "../letters/letter.commands.server.ts";
import { TEXTS } from "../model/enquiry.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { UNMET_REASONS } from "../model/visit.rules.ts";
import { places } from "../offers/capacity.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { whoWith, withOwn } from "./own-request.usecases.server.ts";
import { updateRequest } from "./request.store.server.ts";
import {
  type Matter,
  onOwnRequest,
  onRequest,
  step,
  stepEnquiry,
  withMatter,
} from "./step.commands.server.ts";
import { visitFile } from "./visit-letter.commands.server.ts";

/** The workplace takes its own request back. */
export const withdrawOwn = command({
  ...onOwnRequest,
  name: "receipt.withdraw",
  run: withOwn(async (permit, request, _target, app) => {
    const enquiries = await selectEnquiries(permit, request.areaId, request.id);
    return withdraw(permit, app, { request, enquiries });
  }),
});

/** The secretariat does it for whom telephones. */
export const withdrawFor = command({
  ...onRequest,
  name: "request.withdraw",
  run: withMatter((permit, matter, _, app) => withdraw(permit, app, matter)),
});

/** Places are free again, those asked are told. */
async function withdraw(
  permit: SupportPermit,
  app: App,
  { request, enquiries }: Matter,
): Promise<Result<SupportRequest>> {
  const done = await step(permit, request, "withdraw", { by: whoWith(permit) });
  if (!done.ok) return done;
  const off = request.fixed && {
    slot: request.fixed,
    sequence: request.moves + 1,
    cancelled: true,
  };
  const file = off && (await visitFile(permit, app, request, off));
  await letGo(permit, { request, enquiries }, "withdrawn", file ? [file] : []);
  return done;
}

/** Gives back what a request holds and tells those who were asked. */
export async function letGo(
  permit: SupportPermit,
  { request, enquiries }: Matter,
  letter: "withdrawn" | "released",
  forThoseWhoWereToCome: readonly MailAttachment[] = [],
): Promise<void> {
  const { areaId: area, id } = request;
  await places.release(permit, area, id, letter);
  for (const one of enquiries.filter((each) =>
    ["queued", "open", "answered", "chosen"].includes(each.state),
  )) {
    await stepEnquiry(permit, one, "release");
    if (one.state !== "queued")
      await post(permit, request, {
        letter: letter === "released" ? partingOf(one) : letter,
        to: one.email,
        name: one.organisationName,
        slot: one.state === "chosen" ? (request.fixed ?? undefined) : undefined,
        about: one.id,
        key: `${one.id}:end`,
        attachments: one.state === "chosen" ? forThoseWhoWereToCome : [],
      });
  }
}

/** Nobody can help: said to the workplace with the reason, and counted as what the area lacks. */
export const refuseRequest = command({
  ...onRequest,
  name: "request.refuse",
  input: z.object({ reason: z.enum(UNMET_REASONS, { error: TEXTS.reason }) }),
  run: withMatter(async (permit, matter, { area, id, reason }, app) => {
    const { request } = matter;
    const done = await step(permit, request, "refuse", {
      detail: { reason },
      change: { unmetReason: reason },
    });
    if (!done.ok) return done;
    await letGo(permit, matter, "released");
    const { slug } = await getArea(permit, area);
    const english = request.language === "en" ? "?lang=en" : "";
    const link = `${app.config.origin}/areas/${slug}/ask${english}`;
    const { email: to, language } = request;
    if (to === "")
      await updateRequest(permit, request, { tellSince: permit.clock.now(), tellWhat: "refused" });
    await post(permit, request, { letter: "refused", to, language, about: id, link });
    return done;
  }),
});
