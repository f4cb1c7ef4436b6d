import type { App } from "#platform/app.ts";
import type { SupportPermit } from "../access.ts";
import { type Post, post, type ToSupporter, type ToWorkplace } from "../letters/letter.commands.server.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { answerAddress, receiptAddress } from "./link.commands.server.ts";
import { updateRequest } from "./request.store.server.ts";

type More = Omit<Post, "letter" | "to" | "language" | "about" | "link">;

/** A letter to the workplace, with a new link to its request. */
export async function tellWorkplace(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  letter: ToWorkplace,
  more: More = {},
): Promise<void> {
  const { email: to, language, id: about } = request;
  if (to === "") {
    // Nobody else tells a workplace without a mailbox: the secretariat telephones.
    await updateRequest(permit, request, { tellSince: permit.clock.now(), tellWhat: letter });
    return;
  }
  const link = await receiptAddress(permit, app, request);
  await post(permit, request, { ...more, letter, to, language, about, link });
}

/** A letter to each of those who were asked, with a new link to what they were asked; older ones stay good until the matter is over. */
export async function tellSupporters(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  letter: ToSupporter,
  more: Omit<More, "key"> & Readonly<{ key?(enquiry: Enquiry): string }> = {},
): Promise<void> {
  const { key, ...rest } = more;
  for (const one of enquiries.filter(({ email }) => email !== "")) {
    const link = await answerAddress(permit, app, one);
    const keyed = key ? { key: key(one) } : {};
    await post(permit, request, {
      ...rest,
      ...keyed,
      letter,
      to: one.email,
      name: one.organisationName,
      about: one.id,
      link,
    });
  }
}
