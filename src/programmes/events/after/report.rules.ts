import type { PushedActivity } from "#programmes/plan/public.ts";
import type { Counts } from "../day/door.rules.ts";
import { UNIT_NAMES } from "../model/event.messages.ts";
import { COUNTS, standing } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import type { Kind, Unit } from "../model/event-kinds.schema.ts";
import { REPORT } from "./report.messages.ts";

/**
 * Which kind of activity of the plan each kind of event is. The plan adds up participants within a kind, so each kind of
 * activity gets one unit alone: persons of trainings and lectures, visits of festivals, attendances of salons.
 */
const PLAN_KINDS: Readonly<Record<Kind, PushedActivity["kind"]>> = {
  training: "training",
  welfare_training: "training",
  staff_training: "training",
  lecture: "awareness",
  forum: "awareness",
  panel: "event",
  festival: "event",
  corner: "event",
  desk: "event",
  salon: "mental_health_support",
  bereaved: "mental_health_support",
};

/** The unit of people in the plan: the first that the kind counts. */
const peopleUnitOf = (kind: Kind): Unit => COUNTS[kind][0]!;

/** The counts in words, each in its own unit. */
const countsText = (kind: Kind, counts: Counts): string =>
  COUNTS[kind]
    .flatMap((unit) =>
      counts[unit] === undefined ? [] : `${UNIT_NAMES[unit].ja} ${counts[unit]}${REPORT.units[unit]}`,
    )
    .join("、");

export type Report = Readonly<{
  counts: Counts;
  summary: string;
  toldCentre: boolean;
  toldResources: boolean;
}>;

/** What an event counts for in the plan; undefined where none of its sessions was held. */
export function activityOf(
  event: Event,
  sessions: readonly Session[],
  { counts, summary, toldCentre, toldResources }: Report,
  area: string,
): PushedActivity | undefined {
  const held = standing(sessions).filter(({ state }) => state === "held");
  const [first] = held;
  if (!first) return undefined;
  const main = event.hosts.find(({ role }) => role === "main") ?? event.hosts[0];
  const told = [...(toldCentre ? [REPORT.toldCentre] : []), ...(toldResources ? [REPORT.toldResources] : [])];
  return {
    ...{ source: "events", sourceKey: event.id, kind: PLAN_KINDS[event.kind], title: event.title },
    ...{ from: first.day, to: held.at(-1)!.day, place: event.place, online: event.online },
    host: main?.name ?? REPORT.office(area),
    hostOrganisationId: null,
    partners: event.hosts.flatMap((one) => (one === main ? [] : one.name)).join("、"),
    initiativeId: event.initiativeId,
    sessions: held.length,
    participants: counts[peopleUnitOf(event.kind)] ?? null,
    ...{ men: null, women: null, workplaces: counts.workplaces ?? null, fee: null },
    result: [countsText(event.kind, counts), ...told, summary].filter(Boolean).join("。"),
  };
}
