import type { App } from "#platform/app.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import type { Wish } from "#platform/mail/digest/rules.ts";
import { findWish, isWish, saveWish } from "#platform/mail/digest/wishes.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { byLink } from "../../links/usecases.server.ts";

/** How the mailbox to which an enquiry went wants its mail: for supporters without an account. */
export const readWish = (app: App, token: string): Promise<Result<{ address: string; wish: Wish }>> =>
  withMailbox(app, token, (unit, { area, address }) => findWish(unit, area, address));

/** Who came by the link has read the mail: the mailbox is theirs. */
export const chooseWish = (
  app: App,
  token: string,
  wish: string,
): Promise<Result<{ address: string; wish: Wish }>> =>
  isWish(wish)
    ? withMailbox(app, token, async (unit, { area, address }) => {
        await saveWish(unit, { area, address, wish }, "<supporter>", unit.clock.now());
        return wish;
      })
    : Promise.resolve(invalid({ wish: [WISH_TEXTS.choose] }));

const withMailbox = (
  app: App,
  token: string,
  work: (
    unit: Parameters<Parameters<typeof byLink>[3]>[0],
    mailbox: Readonly<{ area: string; address: string }>,
  ) => Promise<Wish>,
): Promise<Result<{ address: string; wish: Wish }>> =>
  byLink(app, token, "answer", async (unit, link) => {
    const enquiries = await selectEnquiries(unit, link.area, link.requestId!);
    const address = enquiries.find((one) => one.id === link.enquiryId)?.email ?? "";
    if (address === "") return notFound("mailbox");
    return ok({ address, wish: await work(unit, { area: link.area, address }) });
  });
