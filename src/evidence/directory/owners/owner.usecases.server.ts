import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { askOnce, command, query, reachAlso } from "#foundation/authority/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import type { App } from "#platform/app.ts";
import { longText, many, text } from "#platform/kernel/form-fields.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type DirectoryPermit, directoryPolicy } from "../access.ts";
import { findResource, lockResources, updateResource } from "../entries/resource.store.server.ts";
import { nameOf, onResource } from "../entries/resource.usecases.server.ts";
import { detailOf } from "../entries/resource-detail.present.ts";
import { STATE_NAMES } from "../entries/resource-page.messages.ts";
import { presentEntry } from "../find/entry.present.ts";
import { indexResources } from "../find/index.commands.server.ts";
import { FIELD, SAYS } from "../model/form.messages.ts";
import { checkedBy, checkedOn, promisedUntil } from "../model/intake.rules.ts";
import { isPushed, RESOURCE_STATES, type Step } from "../model/resource.rules.ts";
import { IntakeInput, type Resource } from "../model/resource.schema.ts";
import { FIELD_GROUPS } from "../model/resource-lists.schema.ts";
import { writeToOwner } from "./owner-letter.commands.server.ts";
import { insertReport, settleReport } from "./report.store.server.ts";

async function held(permit: DirectoryPermit, area: Resource["areaId"], id: string) {
  const [one] = await lockResources(permit, area, [id]);
  return one!;
}

async function save(permit: DirectoryPermit, one: Resource, change: Parameters<typeof updateResource>[2]) {
  await updateResource(permit, one, change);
  await indexResources(permit, [(await findResource(permit, one.areaId, one.id))!]);
  return ok(one.id);
}

/** What whoever runs it sees by the link of the letter. */
export const readOwnResource = query({
  name: "resource.read-own",
  ...onResource,
  async run(permit, { area, id }) {
    const one = await findResource(permit, area, id);
    if (!one) return notFound("resource");
    const { slug, name } = await getArea(permit, area);
    const { values: intake } = detailOf(one, permit.clock.today()).intake;
    return ok({
      entry: presentEntry(one, permit.clock, "ja"),
      state: one.state,
      intake,
      area: { slug, name },
    });
  },
});

/** Whether somebody is taken at present. A waiting list with free places is asked about: it may be the other way round. */
export const setResourceIntake = command({
  name: "resource.set-intake",
  ...onResource,
  input: IntakeInput,
  async run(permit, { area, id, until, ...said }) {
    const one = await held(permit, area, id);
    // The next round of its programme would write over it.
    if (isPushed(one)) return conflict(SAYS.notYours);
    if (said.intake === "waiting" && (said.available ?? 0) > 0) {
      const meant = askOnce(permit, { available: [SAYS.waitingWithPlaces] });
      if (!meant.ok) return meant;
    }
    const today = permit.clock.today();
    return save(permit, one, {
      ...said,
      intakeUntil: said.intake === "unknown" ? null : promisedUntil(until, today),
      intakeBy: nameOf(permit),
      intakeOn: today,
    });
  },
});

/** Says that groups of fields are right as they stand: a change of their days alone. */
export const confirmResource = command({
  name: "resource.confirm",
  ...onResource,
  input: z.object({ groups: many(FIELD.checked, FIELD_GROUPS) }),
  async run(permit, { area, id, groups }) {
    const one = await held(permit, area, id);
    const checks = checkedBy(one.checks, groups, { on: permit.clock.today(), by: nameOf(permit) });
    return save(permit, one, { checks, checkedOn: checkedOn(checks) });
  },
});

async function take(
  permit: DirectoryPermit,
  { area, id }: { area: Resource["areaId"]; id: string },
  step: Step,
  reason: string,
) {
  const one = await held(permit, area, id);
  const next = stepFrom(RESOURCE_STATES, one.state, step);
  if (!next.ok) return wrongState(STATE_NAMES[one.state]);
  return save(permit, one, { state: next.value, stateReason: reason, mergedInto: null });
}

const reason = z.object({ reason: text("理由") });

/** Whoever runs it wants to be in no list: kept inside, so that no import brings it back. */
export const unlistResource = command({
  name: "resource.unlist",
  ...onResource,
  input: reason,
  run: (permit, { reason, ...target }) => take(permit, target, "unlist", reason),
});
export const withdrawResource = command({
  name: "resource.withdraw",
  ...onResource,
  input: reason,
  run: (permit, { reason, ...target }) => take(permit, target, "withdraw", reason),
});
export const relistResource = command({
  name: "resource.relist",
  ...onResource,
  run: (permit, target) => take(permit, target, "relist", ""),
});

/** Of one network about one entry, and about all of them, in a day. */
const MOST_OF_ENTRY = 20;
const MOST_OF_NETWORK = 200;

/** A reader tells of a mistake. Nothing of the reader is kept. */
export const reportMistake = command({
  name: "resource.report",
  policy: directoryPolicy,
  target: onResource.target.extend({ sender: z.string().default("unknown") }),
  subject: onResource.subject,
  input: z.object({ words: longText("お気づきの点", { most: 500 }) }),
  once: true,
  async run(permit, { area, id, words, sender }, app) {
    await reachAlso(permit, area, id);
    const network = networkOf(sender);
    const counted = async (who: string) =>
      (await countSender(permit, app, { about: "resource-report", who })).times;
    if (
      permit.actor.kind === "visitor" &&
      ((await counted(`${network} ${id}`)) > MOST_OF_ENTRY || (await counted(network)) > MOST_OF_NETWORK)
    )
      return conflict(SAYS.manyReports);
    await insertReport(permit, area, id, words);
    return ok(null);
  },
});

export const settleMistake = command({
  name: "resource-report.settle",
  ...onResource,
  input: z.object({ report: rowId() }),
  async run(permit, { area, report }) {
    return (await settleReport(permit, area, report, nameOf(permit))) ? ok(null) : conflict(SAYS.gone);
  },
});

/** The secretariat asks now, without waiting for the half year. */
export const askOwner = command({
  name: "resource.ask-owner",
  ...onResource,
  run: (permit, { area, id }, app) => ask(permit, app, area, id),
});

/** Writes to whoever runs it, and notes the day. */
export async function ask(permit: DirectoryPermit, app: App, area: Resource["areaId"], id: string) {
  const one = await held(permit, area, id);
  if (one.state !== "listed" || one.email === "") return conflict(SAYS.gone);
  await writeToOwner(permit, app, one);
  await updateResource(permit, one, { askedOn: permit.clock.today() });
  await indexResources(permit, [(await findResource(permit, area, id))!]);
  return ok(id);
}
