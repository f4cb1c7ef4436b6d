import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { awardPolicy } from "../access.ts";
import { ofEntry, officeOf, placeOf } from "../award-target.usecases.server.ts";
import { findHonourOf } from "../honours/honour.store.server.ts";
import { ENTRY_STATE_NAMES } from "../model/award.messages.ts";
import { toAnswerAgain } from "../model/award.rules.ts";
import { weighed } from "../model/entry.rules.ts";
import { ofRound } from "../rounds/award-round.commands.server.ts";
import { isSecretariat } from "../rounds/award-round.queries.server.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { criteriaOf, entryView } from "./award-entry.present.ts";
import { findEntry, selectEntries } from "./award-entry.store.server.ts";
import type { EnteredBefore, Released } from "./brought-entry.queries.server.ts";

/** The form of an entry, filled in with what a check says where its link is brought. */
export const readEntryForm = query({
  name: "award-entry.form",
  ...inArea(awardPolicy, "award-entry", {
    round: rowId(),
    released: z.custom<Released>().optional(),
    before: z.custom<EnteredBefore>().optional(),
  }),
  async run(permit, { round: id, released, before }) {
    const round = await findRound(permit, id);
    if (round?.state !== "open" || permit.clock.today() > round.closesOn) return notFound("round");
    const again = before ? toAnswerAgain(before.criteria, round.body.criteria) : [];
    const kept = Object.entries(before?.values ?? {}).filter(([name]) => !again.includes(name.slice(2)));
    const says = round.body.criteria.filter(({ fact }) => fact && released?.says.includes(fact));
    return ok({
      area: await placeOf(permit),
      round: { id, title: round.title },
      groups: criteriaOf(round),
      bars: round.body.bars,
      facts: released?.facts.map(({ text, on }) => ({ text, on })) ?? [],
      again: round.body.criteria.filter(({ key }) => again.includes(key)).map(({ ja }) => ja),
      values: {
        ...(Object.fromEntries(kept) as Record<string, string>),
        ...(released ? saidOf(released) : {}),
        ...Object.fromEntries(says.map(({ key }) => [`c-${key}`, "true"])),
      } as Record<string, string>,
    });
  },
});

const saidOf = ({ workplace, workers, canteen }: Released) => ({
  ...(workplace ? { workplace } : {}),
  ...(workers ? { workers: String(workers) } : {}),
  ...(canteen ? { canteen: "true" } : {}),
});

/** One entry, for whoever entered and for the secretariat. */
export const readEntry = query({
  name: "award-entry.read",
  ...ofEntry(),
  async run(permit, { id }) {
    const entry = await findEntry(permit, id);
    const round = entry && (await findRound(permit, entry.roundId));
    if (!entry || !round) return notFound("entry");
    const honour = await findHonourOf(permit, id);
    return ok({
      area: await placeOf(permit),
      manages: isSecretariat(permit),
      office: await officeOf(permit),
      tiers: round.body.tiers.map(({ key, name }) => ({ value: key, label: name })),
      mayEdit: entry.state === "draft" && round.state === "open",
      ...entryView(entry, round, honour),
    });
  },
});

/** Who has entered a round, by name, for the secretariat. */
export const listEntries = query({
  name: "award-entry.list",
  ...ofRound,
  async run(permit, { id }) {
    const round = await findRound(permit, id);
    if (!round) return notFound("round");
    return ok({
      title: round.title,
      rows: (await selectEntries(permit, id)).map((entry) => ({
        ...{ id: entry.id, number: entry.number, workplace: entry.workplace, workers: entry.workers },
        state: ENTRY_STATE_NAMES[entry.state],
        against: weighed(round.body, entry, round.withdrawn).judged.against.length,
        appeals: entry.appeal !== "" && entry.appealAnswer === "",
      })),
    });
  },
});
