import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { query } from "#foundation/authority/public.ts";
import { findOrganisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { enterActivity, loadDemonstrationPlan, readPlan } from "#programmes/plan/public.ts";
import { councilPolicy } from "../access.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { addMember, listBodies } from "../bodies/member.usecases.server.ts";
import { refreshBoard } from "../maturity/board.usecases.server.ts";
import { saveAttendance } from "../meetings/attendance.commands.server.ts";
import { decide } from "../meetings/decision.commands.server.ts";
import { planMeeting } from "../meetings/meeting.usecases.server.ts";
import { approveMinutes, saveMinutes } from "../meetings/minutes.usecases.server.ts";
import { addAgendaItem, addReport } from "../meetings/paper.usecases.server.ts";
import type { BodyKind } from "../model/body.schema.ts";
import { createBody } from "../secretariat/body.commands.server.ts";

const FILE = new URL("../../../../reference/councils/council_members.csv", import.meta.url);
const ACTOR = service("demonstration");
const KEY_PERSONS = new Set(["浜田地域産業保健センター", "相模原地域産業保健センター"]);

/** The office of the member's account to try, for the many that the source names together. */
const STANDS_FOR: Readonly<Record<string, string>> = { 管内各市商工会議所: "浜田商工会議所" };

type Row = Readonly<Record<"body" | "member" | "sector", string>>;

/** Loads the councils of the source and their plans; an area that has a body is left as it is. */
export async function loadDemonstrationCouncils(app: App): Promise<void> {
  await loadDemonstrationPlan(app);
  await loadSagamihara(app, await areaOf(app, "sagamihara"));
  const prefecture = await loadShimane(app, await areaOf(app, "shimane"));
  await loadHamada(app, await areaOf(app, "hamada"), prefecture);
  await refreshBoard(app);
}

async function loadSagamihara(app: App, area: AreaId): Promise<void> {
  if (await hasBodies(app, area)) return;
  const council = await body(app, area, {
    kind: "area_council",
    name: "働く人の健康づくり 地域・職域連携推進連絡会",
    termsOfReference: "平成20年度に設置（厚生労働省健康局の資料から）。",
  });
  await members(app, area, council, "sagamihara_council");
  await body(app, area, {
    kind: "working_group",
    name: "作業部会",
    parentId: council,
    termsOfReference: "情報交換・課題の明確化、保健医療資源の相互活用、保健事業の協働実施。",
  });
}

/** Each of the 47 prefectures had one on 2009-09-01; the source does not tell what Shimane's was called. */
async function loadShimane(app: App, area: AreaId): Promise<string> {
  const [held] = expectOk(await listBodies(app, ACTOR, { area }));
  if (held) return held.id;
  return body(app, area, {
    kind: "prefecture_council",
    name: "島根県 地域・職域連携推進協議会（見本）",
    termsOfReference: "圏域の協議会の取り組みを県の計画につなぐ。",
  });
}

async function loadHamada(app: App, area: AreaId, prefecture: string): Promise<void> {
  if (await hasBodies(app, area)) return;
  const council = await body(app, area, {
    kind: "area_council",
    name: "浜田地域・職域連携推進協議会",
    parentId: prefecture,
    termsOfReference: "平成15年度に設置（厚生労働省健康局の資料から）。",
  });
  await members(app, area, council, "hamada_council");
  const liaison = await body(app, area, {
    kind: "suicide_prevention_liaison",
    name: "自殺対策実務者連絡会議",
    parentId: council,
    termsOfReference: "企業（特に中小民間）の休職者等に対する支援実務者の連携強化を図る。",
  });
  await members(app, area, liaison, "suicide_prevention_liaison");
  await meetings(app, area, council);
  await activities(app, area);
}

/** A sample year: one meeting that was held and minuted, and one whose date is being asked for. */
async function meetings(app: App, area: AreaId, bodyId: string): Promise<void> {
  const today = app.clock.today();
  const held = [addDays(today, -70), plainDate(`${fiscalYearOf(today)}-04-02`)].sort().at(-1)!;
  const first = [held, today].sort()[0]!;
  const id = await meeting(app, area, bodyId, "第1回 協議会（見本）", [first]);
  for (const title of ["職場の健康づくり実態の共有", "今年度の出前講座と表彰の進め方"])
    expectOk(await addAgendaItem(app, ACTOR, { area, meeting: id }, { title }));
  const [council] = expectOk(await listBodies(app, ACTOR, { area }));
  const reporters = council!.members.filter(
    (member) => KEY_PERSONS.has(member.organisation) || member.organisation === "浜田保健所",
  );
  for (const { id: memberId, organisation } of reporters)
    expectOk(
      await addReport(
        app,
        ACTOR,
        { area, meeting: id },
        { title: `${organisation}からの報告`, text: "", memberId },
      ),
    );
  const present = Object.fromEntries(
    council!.members.map((member, index) => [member.id, index % 6 === 5 ? "absent" : "present"]),
  );
  expectOk(await saveAttendance(app, ACTOR, { area, meeting: id }, present));
  const minutes =
    "議題1 各機関から実態の報告があった。\n議題2 出前講座は保健所と地域産業保健センターが共同で行う。";
  expectOk(await saveMinutes(app, ACTOR, { area, meeting: id }, { body: minutes }));
  expectOk(
    await decide(
      app,
      ACTOR,
      { area, meeting: id },
      { text: "出前講座は保健所と地域産業保健センターが共同で行う" },
    ),
  );
  const task = { makes: "task", title: "表彰の候補を集める", owner: "浜田保健所", dueOn: addDays(today, 20) };
  expectOk(
    await decide(app, ACTOR, { area, meeting: id }, { text: "優良事業所の表彰の候補を集める", ...task }),
  );
  expectOk(await approveMinutes(app, ACTOR, { area, meeting: id }, { version: 1, revision: 1 }));
  const later = [21, 23, 28].map((days) => addDays(today, days));
  await meeting(app, area, bodyId, "第2回 協議会（見本）", later, addDays(today, 10));
}

async function meeting(
  app: App,
  area: AreaId,
  bodyId: string,
  title: string,
  days: readonly PlainDate[],
  pollDeadline: PlainDate | null = null,
): Promise<string> {
  const slots = days.map((day) => ({ day, startsAt: "13:30", endsAt: "15:00" }));
  const input = { bodyId, title, place: "浜田保健所 会議室", slots, pollDeadline };
  return expectOk(await planMeeting(app, ACTOR, { area }, input)).id;
}

async function activities(app: App, area: AreaId): Promise<void> {
  const today = app.clock.today();
  const { chains } = expectOk(await readPlan(app, ACTOR, { area, all: true }));
  const of = (fineKind: string) =>
    chains.find(
      (chain) => chain.initiative?.fineKind === fineKind && chain.initiative.organisations.length > 1,
    )?.initiative?.id ?? "";
  const samples = [
    {
      days: -60,
      kind: "outreach_lecture",
      title: "出前講座「血圧と食塩」（見本）",
      people: "14",
      of: "outreach_lecture",
    },
    {
      days: -30,
      kind: "outreach_lecture",
      title: "出前講座「心の健康」（見本）",
      people: "11",
      of: "outreach_lecture",
    },
    { days: -12, kind: "training", title: "優良事業所の表彰と研修会（見本）", people: "38", of: "award" },
  ];
  for (const sample of samples) {
    const input = {
      initiativeId: of(sample.of),
      kind: sample.kind,
      title: sample.title,
      from: addDays(today, sample.days),
      host: "浜田保健所",
      partners: "浜田地域産業保健センター",
      sessions: "1",
      participants: sample.people,
      fee: "free",
      confirmed: true,
    };
    expectOk(await enterActivity(app, ACTOR, { area }, input));
  }
}

async function body(
  app: App,
  area: AreaId,
  input: { kind: BodyKind; name: string; parentId?: string; termsOfReference: string },
): Promise<string> {
  return expectOk(await createBody(app, ACTOR, { area }, input)).id;
}

async function members(app: App, area: AreaId, bodyId: string, name: string): Promise<void> {
  const rows = parse(readFileSync(FILE, "utf8"), { columns: true, comment: "#" }) as Row[];
  for (const row of rows.filter((one) => one.body === name)) {
    const organisationId = await organisationOf(app, area, STANDS_FOR[row.member] ?? row.member);
    const secretariat = row.sector === "public_health_centre";
    const role = secretariat ? "secretariat" : KEY_PERSONS.has(row.member) ? "key_person" : "member";
    expectOk(
      await addMember(
        app,
        ACTOR,
        { area, body: bodyId },
        { organisation: row.member, organisationId, sector: row.sector, role },
      ),
    );
  }
}

const findMemberOrganisation = query({
  name: "council-member.find-organisation",
  policy: councilPolicy,
  target: z.object({ area: areaId, name: z.string() }),
  subject: (_find, { area }) => ({ type: "organisation", area }),
  run: async (permit, { area, name }) => ok((await findOrganisation(permit, area, name))?.id ?? null),
});

/** Null where the sample organisations hold none by that name. */
const organisationOf = async (app: App, area: AreaId, name: string): Promise<OrganisationId | null> =>
  expectOk(await findMemberOrganisation(app, ACTOR, { area, name }));

async function hasBodies(app: App, area: AreaId): Promise<boolean> {
  return expectOk(await listBodies(app, ACTOR, { area })).length > 0;
}

const areaOf = async (app: App, slug: string): Promise<AreaId> =>
  expectOk(await findCouncilPlace(app, ACTOR, { area: slug })).area.id;
