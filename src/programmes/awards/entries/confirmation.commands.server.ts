import { command } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { wrongState } from "#platform/kernel/states.ts";
import { ofEntry } from "../award-target.usecases.server.ts";
import { ROUND_STATE_NAMES } from "../model/award.messages.ts";
import { ConfirmInput } from "../model/award.schema.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { lockEntry, updateEntry } from "./award-entry.store.server.ts";

/** The staff saw it at a visit or was handed a document: with that a claim is worth more. */
export const confirmEntry = command({
  name: "award-entry.confirm",
  ...ofEntry(),
  input: ConfirmInput,
  async run(permit, { id, criterion, kind, note }) {
    const entry = await lockEntry(permit, id);
    const round = entry && (await findRound(permit, entry.roundId));
    if (!round?.body.criteria.some(({ key }) => key === criterion)) return notFound("criterion");
    if (round.state === "decided") return wrongState(ROUND_STATE_NAMES.decided);
    const on = permit.clock.today();
    await updateEntry(permit, id, { confirmed: { ...entry!.confirmed, [criterion]: { kind, on, note } } });
    return ok({ id });
  },
});
