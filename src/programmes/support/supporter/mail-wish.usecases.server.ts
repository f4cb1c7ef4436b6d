import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { findWish, saveWish } from "#platform/mail/digest/wishes.ts";
import type { SupportPermit } from "../access.ts";
import type { EnquiryId, RequestId } from "../model/request.schema.ts";
import { selectEnquiries } from "../requests/enquiry.store.server.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";

/** How the mailbox to which an enquiry went wants its mail: for supporters without an account. */
export const readWish = query({
  ...onEnquiry,
  name: "letter.read-wish",
  async run(permit, target) {
    const address = await mailboxOf(permit, target);
    return address
      ? ok({ address, wish: await findWish(permit, target.area, address) })
      : notFound("mailbox");
  },
});

/** Who came by the link has read the mail: the mailbox is theirs. */
export const chooseWish = command({
  ...onEnquiry,
  name: "letter.wish",
  input: z.object({ wish: z.enum(WISHES, { error: WISH_TEXTS.choose }) }),
  async run(permit, { wish, ...target }) {
    const address = await mailboxOf(permit, target);
    if (!address) return notFound("mailbox");
    await saveWish(permit, { area: target.area, address, wish }, "<supporter>", permit.clock.now());
    return ok(undefined);
  },
});

async function mailboxOf(
  permit: SupportPermit,
  { area, id, enquiry }: Readonly<{ area: AreaId; id: RequestId; enquiry: EnquiryId }>,
): Promise<string | undefined> {
  const enquiries = await selectEnquiries(permit, area, id);
  return enquiries.find((one) => one.id === enquiry)?.email || undefined;
}
