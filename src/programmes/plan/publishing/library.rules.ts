import type { AreaId } from "#platform/kernel/ids.ts";
import {
  FINE_KINDS,
  type FineKind,
  type Initiative,
  type Partner,
  type WhoActs,
} from "../model/plan.schema.ts";

/** One entry of the library: an initiative that somebody published, to copy from. */
export type LibraryEntry = Pick<Initiative, "id" | "title" | "audience"> &
  Readonly<{
    /** The area that published it; null where it is of the source. */
    areaId: AreaId | null;
    /** The place as the source or the area names it. */
    place: string;
    fineKind: FineKind;
    kind: string;
    whoActs: readonly WhoActs[];
    organisations: readonly Pick<Partner, "role" | "name" | "sector">[];
    source: string;
  }>;

/** Names of the organisations by the words of the source. */
const ORGANISATION: Readonly<Record<string, string>> = {
  public_health_centre: "保健所",
  municipality: "市町村",
  occupational_health_centre: "地域産業保健センター",
  labour_standards_office: "労働基準監督署",
  commerce: "商工会議所・商工会",
  medical_association: "医師会",
  dental_association: "歯科医師会",
  dietitian_association: "栄養士会",
  hospital: "病院・診療所",
  industry_association: "業界団体",
  welfare_commissioner: "民生委員",
  mental_health_welfare_centre: "精神保健福祉センター",
  medical_examiner: "検案医師",
  council: "協議会",
  support_team: "健康づくり応援団",
  all_members: "協議会の構成機関",
  all_liaison_members: "連絡会議の構成機関",
  workplace: "事業所",
  worker: "本人・同僚",
};
export const organisationName = (word: string): string => ORGANISATION[word] ?? word;

/** Words of the source that are sectors of members, not merely names. */
const NOT_SECTORS = new Set([
  "council",
  "support_team",
  "all_members",
  "all_liaison_members",
  "worker",
  "mental_health_welfare_centre",
  "medical_examiner",
]);

const AUDIENCE: Readonly<Record<string, string>> = {
  workers: "働く人",
  bereaved: "自死遺族",
  worker_and_family: "働く人とその家族",
  employer: "事業主",
  employers: "事業主",
  citizens: "市民",
  key_persons: "民生委員・保健活動推進員など",
  staff: "職員",
  practitioners: "実務者",
  absentee_and_family: "休職者とその家族",
  workplaces: "事業所",
  municipal_staff: "行政の職員",
  workplaces_under_50: "50人未満の事業所",
  event_visitors: "催しの来場者",
  restaurants: "飲食店",
  employees: "従業員",
  self: "自分",
};

export function whoActsOf(host: string): WhoActs[] {
  if (host === "worker") return ["person"];
  if (host === "workplace") return ["workplace"];
  if (host === "public_health_centre" || host === "municipality") return ["administration"];
  if (host === "council") return ["partner_organisations", "administration"];
  return ["partner_organisations"];
}

/**
 * What an area may copy: nothing that it published itself, or that the source tells of it. What several published
 * under one title is one initiative that went round, and offered once.
 */
export function offeredTo(area: AreaId, library: readonly LibraryEntry[]): LibraryEntry[] {
  const known = new Set(library.filter((entry) => entry.areaId === area).map((entry) => entry.title));
  return library.filter(({ title }) => !known.has(title) && known.add(title));
}

/** A line of the source's table as an entry of the library. */
export function entryOfSource(
  row: Readonly<{
    area: string;
    host: string;
    partners: string;
    audience: string;
    kind: string;
    initiative: string;
  }>,
  index: number,
  source: string,
): LibraryEntry {
  if (!(row.kind in FINE_KINDS)) throw new RangeError(`unknown kind of initiative: ${row.kind}`);
  const fineKind = row.kind as FineKind;
  const organisation = (role: "lead" | "partner", word: string) => ({
    role,
    name:
      role === "lead" && word === "public_health_centre" && row.area.endsWith("保健所")
        ? row.area
        : organisationName(word),
    sector: NOT_SECTORS.has(word) ? null : word,
  });
  return {
    areaId: null,
    id: `source-${String(index + 1).padStart(2, "0")}`,
    place: row.area,
    title: row.initiative,
    fineKind,
    kind: FINE_KINDS[fineKind],
    whoActs: whoActsOf(row.host),
    organisations: [
      organisation("lead", row.host),
      ...row.partners
        .split(";")
        .filter(Boolean)
        .map((word) => organisation("partner", word)),
    ],
    audience: AUDIENCE[row.audience] ?? row.audience,
    source,
  };
}
