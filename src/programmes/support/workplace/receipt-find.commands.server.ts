import { z } from "zod";
import { command, reachAlso } from "#foundation/authority/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { supportPolicy } from "../access.ts";
import { telephoneOf } from "../office/office.queries.server.ts";
import { makeLink } from "../requests/link.commands.server.ts";
import { findByNumber } from "../requests/request.store.server.ts";
import { contactKey, numberKey } from "./receipt-find.rules.ts";

/** Nobody mistypes their own number more often; whoever tries numbers is held off. */
const MOST_TRIES_A_DAY = 10;

/** The key to it; or whom to telephone, where too much was tried. */
type Found = Readonly<{ token?: string; tooMany?: string }>;

/**
 * A workplace finds its request by the number that it was told and the telephone or mailbox that it gave. Each try is
 * counted, also one that finds nothing, so that one is no refusal.
 */
export const findReceipt = command({
  name: "receipt.find",
  policy: supportPolicy,
  target: z.object({ area: areaId, sender: z.string(), language: z.enum(["ja", "en"]) }),
  subject: (_find, { area }) => ({ type: "request", area }),
  input: z.object({ number: z.string().default(""), contact: z.string().default("") }),
  async run(permit, { area, sender, language, number, contact }, app): Promise<Result<Found>> {
    // The counts of the area are reached, and of its requests none yet.
    await reachAlso(permit, area, newId());
    const tries = await countSender(permit, app, { about: "receipt-find", who: networkOf(sender) });
    if (tries.times > MOST_TRIES_A_DAY) return ok({ tooMany: await telephoneOf(permit, area, language) });
    const id = await findByNumber(permit, area, numberKey(number), contactKey(contact));
    if (!id) return ok({});
    await reachAlso(permit, area, id);
    return ok({ token: await makeLink(permit, { areaId: area, id }, "receipt") });
  },
});
