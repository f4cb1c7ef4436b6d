import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command, query, reachAlso } from "#foundation/authority/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { REACH_TIMES } from "../model/prevention-kinds.schema.ts";
import { hereIn } from "../target.usecases.server.ts";
import { closeCall, countCallsAskedOn, insertCall, selectOpenCalls } from "./call.store.server.ts";

const MOST_A_DAY = 30;
/** So that nobody alone takes all the calls of a day. */
const MOST_OF_NETWORK = 5;
const BUSY =
  "恐れ入りますが、ただいま受付が混み合っています。お急ぎのときは、上の相談先か保健所にお電話ください。";
const PHONE = "電話番号を、市外局番から数字で入力してください。";
const CallInput = z.object({
  phone: z
    .string({ error: PHONE })
    .transform((typed) => typed.normalize("NFKC").replace(/[^\d]/g, ""))
    .refine((digits) => /^0\d{9,10}$/.test(digits), { error: PHONE }),
  reach: choice("連絡を受けやすい時間", REACH_TIMES),
});

/** A workplace asks for a call: a number and a time of the day, and nothing of what it is about. */
export const askCall = command({
  name: "prevention-call.ask",
  ...hereIn({ sender: z.string().optional() }),
  input: CallInput,
  once: true,
  async run(permit, { phone, reach, sender }, app) {
    await reachAlso(permit, permit.subject.area);
    const who = sender && networkOf(sender);
    const own = who ? (await countSender(permit, app, { about: "prevention-call", who })).times : 0;
    if (own > MOST_OF_NETWORK) return conflict(BUSY);
    if ((await countCallsAskedOn(permit, permit.clock.today())) >= MOST_A_DAY) return conflict(BUSY);
    await insertCall(permit, phone, reach);
    return ok(undefined);
  },
});

/** The numbers to be called; looking at them leaves an entry. */
export const listCalls = query({
  name: "prevention-call.list",
  ...hereIn(),
  async run(permit) {
    const { slug, name } = await getArea(permit, permit.subject.area);
    return ok({ area: { slug, name }, calls: await selectOpenCalls(permit) });
  },
});

/** It was called: the number goes at once. */
export const closeCallBack = command({
  name: "prevention-call.done",
  ...hereIn({ call: rowId() }),
  run: async (permit, { call }) => ((await closeCall(permit, call)) ? ok(undefined) : notFound("call")),
});
