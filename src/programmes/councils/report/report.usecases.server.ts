import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { aimedAt, command, query } from "#foundation/authority/public.ts";
import { type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import {
  type FiscalYear,
  firstDayOf,
  fiscalYear,
  fiscalYearOf,
  lastDayOf,
} from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { yearOfTarget } from "#platform/kernel/target.ts";
import { planFacts, type ReportPhoto, reportPhotos } from "#programmes/plan/public.ts";
import { type CouncilPermit, councilPolicy } from "../access.ts";
import { bodiesWithMembers } from "../bodies/member.usecases.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { maturityOf } from "../maturity/maturity.queries.server.ts";
import { selectDecisions } from "../meetings/decision.store.server.ts";
import { countTurnout, selectMeetings } from "../meetings/meeting.store.server.ts";
import { MADE } from "../messages.ts";
import { ofYear } from "../model/council-target.schema.ts";
import { inTermDuring, missingSectors } from "../model/member.rules.ts";
import { presentPast } from "../past/past.present.ts";
import { selectPast } from "../past/past.store.server.ts";
import { correctionsOf, type ReportFacts } from "./report.rules.ts";
import { findLastEdition, insertEdition } from "./report.store.server.ts";
import type { ReportSetting } from "./report-setting.schema.ts";
import { findSetting } from "./report-setting.store.server.ts";
import { figuresOffered } from "./report-setting.usecases.server.ts";

const MOST_MEETINGS = 1000;

export type Report = Readonly<{
  facts: ReportFacts;
  /** The last edition that was kept, and what changed since. */
  edition: number | null;
  madeAt: Date | null;
  corrections: readonly string[];
  /** A year that is not over goes on: what changed since is progress, no correction. */
  yearIsOver: boolean;
  /** What the secretariat chose beside what is counted. */
  setting: ReportSetting;
  photos: readonly ReportPhoto[];
  today: PlainDate;
}>;

/** The report as the facts stand, beside the last edition of it. Changes nothing. */
export const readReport = query({
  name: "annual-report.read",
  ...aimedAt(councilPolicy, "report", { year: yearOfTarget, photos: z.boolean().default(false) }),
  run: async (permit, { year, photos }, app) => ok(await reportOf(permit, year, app, photos)),
});

/** Makes the year's report: the first edition, or the next one where something changed since the last. */
export const makeReport = command({
  name: "annual-report.make",
  ...ofYear("report"),
  async run(permit, { year }, app): Promise<Result<Report>> {
    const report = await reportOf(permit, year, app, false);
    if (report.edition !== null && report.corrections.length === 0) return ok(report);
    const edition = await insertEdition(permit, year, report.facts);
    if (edition === undefined) return conflict("ほかの人がいま年報を作りました。");
    await refreshBoardLine(permit);
    return ok({ ...report, edition, madeAt: permit.clock.now() });
  },
});

async function reportOf(permit: CouncilPermit, year: FiscalYear, app: App, opened: boolean): Promise<Report> {
  const setting = await findSetting(permit, year);
  const { area } = permit.subject;
  const photos = expectOk(await reportPhotos(permit, area, year, opened ? setting.photos : []));
  const facts = {
    ...(await gather(permit, year)),
    ...(setting.figures.length > 0 && { health: await chosenFigures(app, permit, setting) }),
  };
  const last = await findLastEdition(permit, year);
  const yearIsOver = year < fiscalYearOf(permit.clock.today());
  return {
    facts,
    edition: last?.edition ?? null,
    madeAt: last?.madeAt ?? null,
    corrections: last ? correctionsOf(last.facts, facts, yearIsOver) : [],
    yearIsOver,
    setting,
    photos: photos.filter((one) => setting.photos.includes(one.id)),
    today: permit.clock.today(),
  };
}

const chosenFigures = async (app: App, { actor, subject }: CouncilPermit, { figures }: ReportSetting) =>
  (await figuresOffered(app, actor, subject.area))
    .filter(({ key }) => figures.includes(key))
    .map(({ title, excerpt }) => ({ title, excerpt }));

async function gather(permit: CouncilPermit, year: FiscalYear): Promise<ReportFacts> {
  const { area } = permit.subject;
  const [from, to] = [firstDayOf(year), lastDayOf(year)];
  const bodies = (await bodiesWithMembers(permit)).filter(
    ({ foundedOn }) => foundedOn === null || foundedOn <= to,
  );
  const until = [permit.clock.today(), to].sort()[0]!;
  const meetings = (await selectMeetings(permit, { from, to: until, limit: MOST_MEETINGS }))
    .filter((meeting) => meeting.cancelledAt === null)
    .reverse();
  const ids = meetings.map((meeting) => meeting.id);
  const decisions = await selectDecisions(permit, ids);
  const turnout = await countTurnout(permit, ids);
  const { reached, level, steps, judgement } = await maturityOf(permit, year);
  return {
    area,
    areaName: (await getArea(permit, area)).name,
    fiscalYear: year,
    bodies: bodies.map((body) => {
      const members = body.members.filter((member) => inTermDuring(member, from, to));
      return {
        name: body.name,
        kind: body.kind,
        members: members.map(({ organisation, sector, role }) => ({
          organisation,
          sector: sectorLabel(sector as Sector) ?? sector,
          role,
        })),
        missing: missingSectors(body.kind, members, until).map(
          (sector) => sectorLabel(sector as Sector) ?? sector,
        ),
      };
    }),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      body: bodies.find((body) => body.id === meeting.bodyId)?.name ?? "",
      title: meeting.title,
      heldOn: meeting.heldOn!,
      place: meeting.place,
      invited: turnout.get(meeting.id)?.invited ?? 0,
      attended: turnout.get(meeting.id)?.attended ?? 0,
      decisions: decisions
        .filter((decision) => decision.meetingId === meeting.id)
        .map(({ text, madeKind }) => ({ text, made: madeKind && MADE[madeKind]! })),
    })),
    plan: expectOk(await planFacts(permit, area, year)),
    past: (await selectPast(permit))
      .filter((one) => one.fiscalYear <= year)
      .map(presentPast)
      .map(({ kind, when, text, document }) => ({ kind, when, text, document })),
    before: await countBefore(permit, fiscalYear(year - 1)),
    maturity: { reached, level, steps, reason: judgement?.reason ?? null },
  };
}

/** What of the year before stands beside this one, where it was counted. */
async function countBefore(
  permit: CouncilPermit,
  year: FiscalYear,
): Promise<NonNullable<ReportFacts["before"]>> {
  const [from, to] = [firstDayOf(year), lastDayOf(year)];
  const meetings = await selectMeetings(permit, { from, to, limit: MOST_MEETINGS });
  const seats = (await bodiesWithMembers(permit)).flatMap(({ members }) => members);
  return {
    meetings: meetings.filter((meeting) => meeting.cancelledAt === null).length,
    members: seats.filter((member) => inTermDuring(member, from, to)).length,
    initiatives: expectOk(await planFacts(permit, permit.subject.area, year)).initiatives.length,
  };
}
