import { findOrganisation } from "#foundation/organisations/public.ts";
import type { MaterialPermit } from "../access.ts";
import type { Spoken } from "../model/material.messages.ts";
import { findOrder } from "../orders/order.store.server.ts";
import { selectHolders } from "./movement.store.server.ts";

export type CopyHolder = Readonly<{
  holder: string;
  orderId: string | null;
  copies: number;
  email: string;
  language: Spoken;
}>;

/**
 * Who has copies of an edition, and where mail reaches them: by their order, or by the register where they are an
 * organisation of it. Empty where only the telephone does.
 */
export async function holdersOf(permit: MaterialPermit, edition: string): Promise<CopyHolder[]> {
  const found: CopyHolder[] = [];
  for (const { holder, orderId, copies } of await selectHolders(permit, edition)) {
    const order = orderId ? await findOrder(permit, orderId) : undefined;
    const known = order ? undefined : await findOrganisation(permit, permit.subject.area, holder);
    const email = order?.email ?? known?.email ?? "";
    found.push({ holder, orderId, copies, email, language: order?.language ?? "ja" });
  }
  return found;
}
