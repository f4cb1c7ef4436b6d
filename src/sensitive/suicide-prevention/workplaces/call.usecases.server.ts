import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command, query, reachAlso } from "#foundation/authority/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { REACH_TIMES } from "../model/prevention-kinds.schema.ts";
import { hereIn } from "../target.usecases.server.ts";
import { closeCall, countCallsAskedOn, insertCall, selectOpenCalls } from "./call.store.server.ts";

const MOST_A_DAY = 30;
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
  ...hereIn(),
  input: CallInput,
  once: true,
  async run(permit, { phone, reach }) {
    await reachAlso(permit, permit.subject.area);
    if ((await countCallsAskedOn(permit, permit.clock.today())) >= MOST_A_DAY)
      return conflict("ただいま受付が混み合っています。保健所に直接お電話ください。");
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
