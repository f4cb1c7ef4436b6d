import { getArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { conflict, expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { planFacts } from "#programmes/plan/public.ts";
import type { CouncilPermit } from "../access.ts";
import { bodiesWithMembers } from "../bodies/member.usecases.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { maturityOf } from "../maturity/maturity.queries.server.ts";
import { selectDecisions } from "../meetings/decision.store.server.ts";
import { countTurnout, selectMeetings } from "../meetings/meeting.store.server.ts";
import { MADE } from "../messages.ts";
import { ofYear } from "../model/council-target.schema.ts";
import { inTermDuring, missingSectors } from "../model/member.rules.ts";
import { correctionsOf, type ReportFacts } from "./report.rules.ts";
import { findLastEdition, insertEdition } from "./report.store.server.ts";

const MOST_MEETINGS = 1000;

export type Report = Readonly<{
  facts: ReportFacts;
  /** The last edition that was kept, and what changed since. */
  edition: number | null;
  madeAt: Date | null;
  corrections: readonly string[];
  /** A year that is not over goes on: what changed since is progress, no correction. */
  yearIsOver: boolean;
}>;

/** The report as the facts stand, beside the last edition of it. Changes nothing. */
export const readReport = query({
  name: "annual-report.read",
  ...ofYear("report"),
  run: async (permit, { year }) => ok(await reportOf(permit, year)),
});

/** Makes the year's report: the first edition, or the next one where something changed since the last. */
export const makeReport = command({
  name: "annual-report.make",
  ...ofYear("report"),
  async run(permit, { year }): Promise<Result<Report>> {
    const report = await reportOf(permit, year);
    if (report.edition !== null && report.corrections.length === 0) return ok(report);
    const edition = await insertEdition(permit, year, report.facts);
    if (edition === undefined) return conflict("ほかの人がいま年報を作りました。");
    await refreshBoardLine(permit);
    return ok({ ...report, edition, madeAt: permit.clock.now() });
  },
});

async function reportOf(permit: CouncilPermit, year: FiscalYear): Promise<Report> {
  const facts = await gather(permit, year);
  const last = await findLastEdition(permit, year);
  const yearIsOver = year < fiscalYearOf(permit.clock.today());
  return {
    facts,
    edition: last?.edition ?? null,
    madeAt: last?.madeAt ?? null,
    corrections: last ? correctionsOf(last.facts, facts, yearIsOver) : [],
    yearIsOver,
  };
}

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
    maturity: { reached, level, steps, reason: judgement?.reason ?? null },
  };
}
