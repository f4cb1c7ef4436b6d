import type { Actor } from "#foundation/actors/public.ts";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { addMember } from "./bodies/member.usecases.server.ts";
import { askToJoin, listJoins } from "./joining/join.usecases.server.ts";
import { decide } from "./meetings/decision.commands.server.ts";

import { cancelMeeting, invite } from "./meetings/invitation.commands.server.ts";
import { planMeeting } from "./meetings/meeting.usecases.server.ts";
import { readMeeting } from "./meetings/meeting-view.queries.server.ts";
import { approveMinutes, saveMinutes } from "./meetings/minutes.usecases.server.ts";
import { circulateMinutes } from "./meetings/minutes-round.commands.server.ts";
import { addFile } from "./meetings/paper.usecases.server.ts";
import type { CouncilPart } from "./model/body.schema.ts";

import { createBody } from "./secretariat/body.commands.server.ts";
import { removePart } from "./secretariat/council-part.usecases.server.ts";

export const COUNCIL = { kind: "area_council", name: "見本の協議会" };
export const PAST = { kind: "event", fiscalYear: "2003", text: "協議会を置いた" };
export const MEMBER = { organisation: "商工会", sector: "commerce" };

export const makeBody = async (app: App, clerk: Actor, area: AreaId, body: object = COUNCIL) =>
  expectOk(await createBody(app, clerk, { area }, body)).id;

export const makeMember = async (app: App, clerk: Actor, area: AreaId, body: string, member: object = {}) =>
  expectOk(
    await addMember(app, clerk, { area, body }, { organisation: "機関", sector: "commerce", ...member }),
  ).id;

export const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });

/** A meeting on that day, or a poll of several. */
export const makeMeeting = async (
  app: App,
  clerk: Actor,
  area: AreaId,
  bodyId: string,
  days: readonly string[],
  more: object = {},
) =>
  expectOk(
    await planMeeting(app, clerk, { area }, { bodyId, title: "第1回", slots: days.map(slot), ...more }),
  ).id;

type Made = Readonly<{ body: string; member: string; meeting: string }>;
type Parts = Partial<Omit<Example, "target">> & Readonly<{ target?: object }>;

export const whileStanding =
  (example: (place: ExamplePlace) => Parts | Promise<Parts>) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    if (place.state !== "standing") return undefined;
    const { target, ...rest } = await example(place);
    return { target: { area: place.area, ...target }, ...rest };
  };
export const inArea = (input?: unknown) => whileStanding(() => ({ input }));
export const inYear = (input?: unknown) => whileStanding(() => ({ target: { year: 2026 }, input }));
export const everywhere = async ({ state }: ExamplePlace) =>
  state === "standing" ? { target: {} } : undefined;

/** A body with one member; deleted where that is asked for. */
export const onBody =
  (example: (made: Omit<Made, "meeting">) => Parts) =>
  async ({ app, area, secretariat, state }: ExamplePlace): Promise<Example | undefined> => {
    if (state === "ended") return undefined;
    const body = await makeBody(app, secretariat, area);
    const member = await makeMember(app, secretariat, area, body);
    if (state === "deleted") expectOk(await removePart.body(app, secretariat, { area, id: body }));
    const { target, ...rest } = example({ body, member });
    return { target: { area, ...target }, ...rest };
  };

/** On which days from today, and the last one for answers; each was planned three days ago. */
const PLANS = {
  polling: { days: [10, 11] },
  closed: { days: [10, 11], deadline: -1 },
  fixed: { days: [10] },
  invited: { days: [10] },
  held: { days: [-2] },
} as const;
const DAY_MS = 86_400_000;
const PLANNED = -3;
const earlier = (app: App): App => {
  const { clock } = app;
  const now = () => new Date(clock.now().getTime() + PLANNED * DAY_MS);
  return { ...app, clock: { now, today: () => addDays(clock.today(), PLANNED) } };
};

/** A meeting as it is before its day or after; called off where it should have ended, or deleted. */
export const onMeeting =
  (
    kind: keyof typeof PLANS,
    example: (place: ExamplePlace, made: Made) => Parts | Promise<Parts> = () => ({}),
  ) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    const { app, area, secretariat, state } = place;
    if (state === "ended" && kind === "held") return undefined;
    const plan: Readonly<{ days: readonly number[]; deadline?: number }> = PLANS[kind];
    const day = (from: number) => addDays(app.clock.today(), from);
    const body = await makeBody(app, secretariat, area);
    const own = { email: "member@example.jp", role: "secretariat" };
    const member = await makeMember(app, secretariat, area, body, own);
    const more = plan.deadline === undefined ? {} : { pollDeadline: day(plan.deadline) };
    const meeting = await makeMeeting(earlier(app), secretariat, area, body, plan.days.map(day), more);
    if (kind === "invited") expectOk(await invite(app, secretariat, { area, meeting }));
    const { target, ...rest } = await example(place, { body, member, meeting });
    if (state === "ended") expectOk(await cancelMeeting(app, secretariat, { area, meeting }));
    if (state === "deleted") expectOk(await removePart.meeting(app, secretariat, { area, id: meeting }));
    return { target: { area, meeting, ...target }, ...rest };
  };

export const link = ({ meeting, member }: Made) => ({
  "member-link": { subject: meeting, detail: { member } },
});

/** The first of the dates that are asked about. */
export const optionsOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) =>
  expectOk(await readMeeting(app, secretariat, { area, meeting })).poll.map(({ id }) => id);

export const taskOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) => {
  const dueOn = addDays(app.clock.today(), -1);
  const made = await decide(app, secretariat, { area, meeting }, { text: "集める", makes: "task", dueOn });
  return { decision: expectOk(made).id, task: expectOk(made).madeId! };
};

export const onTask = (input?: unknown) =>
  onMeeting("held", async (place, { meeting }) => ({
    target: { id: (await taskOf(place, meeting)).task },
    input,
  }));

export const file = () => new File(["資料"], "資料.txt");
export const fileOf = async ({ app, area, secretariat }: ExamplePlace, meeting: string) =>
  expectOk(await addFile(app, secretariat, { area, meeting }, { file: file() })).id;

export const minutesOf = async (
  { app, area, secretariat }: ExamplePlace,
  meeting: string,
  approved: boolean,
) => {
  expectOk(await saveMinutes(app, secretariat, { area, meeting }, { body: "話した" }));
  if (approved)
    expectOk(
      await approveMinutes(app, secretariat, { area, meeting }, { version: 1, revision: 1, sure: true }),
    );
};

export const roundOf = async (place: ExamplePlace, meeting: string) => {
  const { app, area, secretariat } = place;
  await minutesOf(place, meeting, false);
  expectOk(await circulateMinutes(app, secretariat, { area, meeting }, { version: 1, revision: 1 }));
};

export const deletedMeeting = whileStanding(async ({ app, area, secretariat }) => {
  const body = await makeBody(app, secretariat, area);
  const id = await makeMeeting(app, secretariat, area, body, [app.clock.today()]);
  expectOk(await removePart.meeting(app, secretariat, { area, id }));
  return { target: { kind: "meeting" satisfies CouncilPart, id } };
});

export const each = (names: readonly string[], example: Examples[string]): Examples =>
  Object.fromEntries(names.map((name) => [name, example]));

/** An organisation that is not at the table has asked to join; its number. */
export async function makeJoin({ app, area, secretariat }: ExamplePlace, body: string): Promise<string> {
  if (secretariat.kind !== "person") throw new Error("the secretariat is a person");
  const { id: organisationId } = await makeOrganisation({ app, area, secretariat });
  const seat = { organisationId, role: "provider", areas: [area] } as const;
  const asking: Actor = { ...secretariat, memberships: [...secretariat.memberships, seat] };
  const input = { organisationId, email: "a@example.jp" };
  expectOk(await askToJoin(app, asking, { area, body }, input));
  const joins = expectOk(await listJoins(app, secretariat, { area }));
  return joins.find((one) => one.organisationId === organisationId)!.id;
}
