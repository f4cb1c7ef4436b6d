import { scopeOf } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { mailboxesOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { SupportPermit } from "../access.ts";
import { post } from "../letters/letter.commands.server.ts";
import type { SupportRequest } from "../model/request.schema.ts";

/** Tells the secretariat that the request is in its hands again, unless one of its own has brought that about. */
export async function tellSecretariat(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
): Promise<void> {
  const members = await mailboxesOf(permit, request.areaId, "coordinator");
  if (members.some((one) => one.userId === scopeOf(permit.actor).actor)) return;
  const { slug } = await getArea(permit, request.areaId);
  const link = `${app.config.origin}/areas/${slug}/requests/${request.id}`;
  for (const { userId, email } of members)
    await post(permit, request, {
      letter: "stalled",
      to: email,
      about: userId,
      key: `${userId}:${request.id}:${permit.clock.now().getTime()}`,
      link,
    });
}
