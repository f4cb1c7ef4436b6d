import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { aimedAt, query } from "#foundation/authority/public.ts";
import { findOrganisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { enterActivity, loadDemonstrationPlan, readPlan } from "#programmes/plan/public.ts";
import { councilPolicy } from "../access.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { addMember, listBodies } from "../bodies/member.usecases.server.ts";
import { refreshBoard } from "../maturity/board.usecases.server.ts";
import { addAgendaItem } from "../meetings/agenda.commands.server.ts";
import { saveAttendance } from "../meetings/attendance.commands.server.ts";
import { decide } from "../meetings/decision.commands.server.ts";
import { planMeeting } from "../meetings/meeting.usecases.server.ts";
import { approveMinutes, saveMinutes } from "../meetings/minutes.usecases.server.ts";
import { addReport } from "../meetings/paper.usecases.server.ts";
import type { BodyKind } from "../model/body.schema.ts";
import { addPast } from "../past/past.usecases.server.ts";
import { createBody } from "../secretariat/body.commands.server.ts";

const FILE = new URL("../../../../reference/councils/council_members.csv", import.meta.url);
const ACTOR = service("demonstration");
const PAST = new URL("../../../../reference/councils/history.csv", import.meta.url);
const REPORTING = new Set(["浜田地域産業保健センター", "浜田保健所"]);

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
  await past(app, area, "sagamihara");
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
  await past(app, area, "hamada");
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
  const plan = async (title: string, days: readonly PlainDate[], pollDeadline: PlainDate | null = null) => {
    const slots = days.map((day) => ({ day, startsAt: "13:30", endsAt: "15:00" }));
    const input = { bodyId, title, place: "浜田保健所 会議室", slots, pollDeadline };
    return expectOk(await planMeeting(app, ACTOR, { area }, input)).id;
  };
  const held = [addDays(today, -70), plainDate(`${fiscalYearOf(today)}-04-02`)].sort().at(-1)!;
  const meeting = await plan("第1回 協議会（見本）", [[held, today].sort()[0]!]);
  const there = [app, ACTOR, { area, meeting }] as const;
  for (const title of ["職場の健康づくり実態の共有", "今年度の出前講座と表彰の進め方"])
    expectOk(await addAgendaItem(...there, { title }));
  const [council] = expectOk(await listBodies(app, ACTOR, { area }));
  for (const { id: memberId, organisation } of council!.members)
    if (REPORTING.has(organisation))
      expectOk(await addReport(...there, { title: `${organisation}からの報告`, text: "", memberId }));
  const present = council!.members.map(({ id }, index) => [id, index % 6 === 5 ? "absent" : "present"]);
  expectOk(await saveAttendance(...there, Object.fromEntries(present)));
  const shared = "出前講座は保健所と地域産業保健センターが共同で行う";
  const body = `議題1 各機関から実態の報告があった。\n議題2 ${shared}。`;
  expectOk(await saveMinutes(...there, { body }));
  expectOk(await decide(...there, { text: shared }));
  const task = { makes: "task", title: "表彰の候補を集める", owner: "浜田保健所", dueOn: addDays(today, 20) };
  expectOk(await decide(...there, { text: "優良事業所の表彰の候補を集める", ...task }));
  expectOk(await approveMinutes(...there, { version: 1, revision: 1 }));
  const later = [21, 23, 28].map((days) => addDays(today, days));
  await plan("第2回 協議会（見本）", later, addDays(today, 10));
}

const ACTIVITIES = [
  { days: -60, kind: "outreach_lecture", title: "出前講座「血圧と食塩」（見本）", participants: "14" },
  { days: -30, kind: "outreach_lecture", title: "出前講座「心の健康」（見本）", participants: "11" },
  { days: -12, kind: "training", title: "優良事業所の表彰と研修会（見本）", participants: "38" },
] as const;
/** The kind of the initiative that activities of a kind belong to. */
const SERVES = { outreach_lecture: "outreach_lecture", training: "award" };

async function activities(app: App, area: AreaId): Promise<void> {
  const { chains } = expectOk(await readPlan(app, ACTOR, { area, all: true }));
  const joint = chains
    .flatMap(({ initiative }) => initiative ?? [])
    .filter((one) => one.organisations.length > 1);
  for (const { days, ...activity } of ACTIVITIES) {
    const input = {
      ...activity,
      initiativeId: joint.find((one) => one.fineKind === SERVES[activity.kind])?.id ?? "",
      from: addDays(app.clock.today(), days),
      host: "浜田保健所",
      partners: "浜田地域産業保健センター",
      sessions: "1",
      fee: "free",
      sure: true,
    };
    expectOk(await enterActivity(app, ACTOR, { area }, input));
  }
}

type NewBody = Readonly<{ kind: BodyKind; name: string; parentId?: string; termsOfReference: string }>;
const body = async (app: App, area: AreaId, input: NewBody): Promise<string> =>
  expectOk(await createBody(app, ACTOR, { area }, input)).id;

async function members(app: App, area: AreaId, bodyId: string, name: string): Promise<void> {
  const rows = parse(readFileSync(FILE, "utf8"), { columns: true, comment: "#" }) as Row[];
  for (const { member: organisation, sector } of rows.filter((one) => one.body === name)) {
    const known = { area, name: STANDS_FOR[organisation] ?? organisation };
    // Null where the sample organisations hold none by that name.
    const organisationId = expectOk(await findMemberOrganisation(app, ACTOR, known));
    const secretariat = sector === "public_health_centre";
    // Who the key person of a working group is, the secretariat names.
    const input = { organisation, organisationId, sector, role: secretariat ? "secretariat" : "member" };
    expectOk(await addMember(app, ACTOR, { area, body: bodyId }, input));
  }
}

async function past(app: App, area: AreaId, name: string): Promise<void> {
  const rows = parse(readFileSync(PAST, "utf8"), { columns: true, comment: "#" }) as Record<string, string>[];
  for (const row of rows.filter((one) => one.area === name)) {
    const { kind, fiscal_year: fiscalYear, until_year: untilYear, text, document } = row;
    expectOk(await addPast(app, ACTOR, { area }, { kind, fiscalYear, untilYear, text, document }));
  }
}

const findMemberOrganisation = query({
  name: "council-member.find-organisation",
  ...aimedAt(councilPolicy, "organisation", { name: z.string() }),
  run: async (permit, { area, name }) => ok((await findOrganisation(permit, area, name))?.id ?? null),
});

async function hasBodies(app: App, area: AreaId): Promise<boolean> {
  return expectOk(await listBodies(app, ACTOR, { area })).length > 0;
}

const areaOf = async (app: App, slug: string): Promise<AreaId> =>
  expectOk(await findCouncilPlace(app, ACTOR, { area: slug })).area.id;
