import type { Actor } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import type { Unit } from "#foundation/authority/public.ts";
import { type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { planFacts } from "#programmes/plan/public.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { maturityOf } from "../maturity/usecases.server.ts";
import { selectDecisions } from "../meetings/decisions/store.server.ts";
import type { Invitee } from "../meetings/schema.ts";
import { selectInvitees, selectMeetings } from "../meetings/store.server.ts";
import { MADE } from "../messages.ts";
import { inTermDuring, missingSectors } from "../rules.ts";
import { bodiesWithMembers, inCouncil } from "../usecases.server.ts";
import { correctionsOf, type ReportFacts } from "./rules.ts";
import { findLastEdition, insertEdition } from "./store.server.ts";

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
export function readReport(app: App, actor: Actor, area: AreaId, year: FiscalYear): Promise<Result<Report>> {
  return inCouncil(app, actor, area, "council.report", "report", async (unit) =>
    ok(await reportOf(unit, area, year)),
  );
}

/** Makes the year's report: the first edition, or the next one where something changed since the last. */
export function makeReport(app: App, actor: Actor, area: AreaId, year: FiscalYear): Promise<Result<Report>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    "report",
    async (unit, by, at): Promise<Result<Report>> => {
      const report = await reportOf(unit, area, year);
      if (report.edition !== null && report.corrections.length === 0) return ok(report);
      const edition = await insertEdition(unit, area, year, report.facts, by, at);
      if (edition === undefined) return conflict("ほかの人がいま年報を作りました。");
      await refreshBoardLine(unit, area);
      return ok({ ...report, edition, madeAt: at });
    },
  );
}

async function reportOf(unit: Unit, area: AreaId, year: FiscalYear): Promise<Report> {
  const facts = await gather(unit, area, year);
  const last = await findLastEdition(unit, area, year);
  const yearIsOver = year < fiscalYearOf(unit.clock.today());
  return {
    facts,
    edition: last?.edition ?? null,
    madeAt: last?.madeAt ?? null,
    corrections: last ? correctionsOf(last.facts, facts, yearIsOver) : [],
    yearIsOver,
  };
}

async function gather(unit: Unit, area: AreaId, year: FiscalYear): Promise<ReportFacts> {
  const [from, to] = [firstDayOf(year), lastDayOf(year)];
  const bodies = (await bodiesWithMembers(unit, area)).filter(
    ({ foundedOn }) => foundedOn === null || foundedOn <= to,
  );
  const until = [unit.clock.today(), to].sort()[0]!;
  const meetings = (await selectMeetings(unit, area, { from, to: until, limit: MOST_MEETINGS }))
    .filter((meeting) => meeting.cancelledAt === null)
    .reverse();
  const decisions = await selectDecisions(
    unit,
    area,
    meetings.map((meeting) => meeting.id),
  );
  const invitees = new Map<string, Invitee[]>();
  for (const { id } of meetings) invitees.set(id, await selectInvitees(unit, area, id));
  const { reached, level, steps, judgement } = await maturityOf(unit, area, year);
  return {
    area,
    areaName: (await getArea(unit, area)).name,
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
      invited: invitees.get(meeting.id)!.length,
      attended: invitees
        .get(meeting.id)!
        .filter((one) => one.attendance === "present" || one.attendance === "proxy").length,
      decisions: decisions
        .filter((decision) => decision.meetingId === meeting.id)
        .map(({ text, madeKind }) => ({ text, made: madeKind && MADE[madeKind]! })),
    })),
    plan: expectOk(await planFacts(unit, area, year)),
    maturity: { reached, level, steps, reason: judgement?.reason ?? null },
  };
}
