import type { Role } from "#foundation/actors/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/**
 * An account to try the demonstration with. No invented persons: each is named by its role.
 * `organisation` is the name under which the demonstration areas know it; without one the operator of the system.
 */
export type DemonstrationAccount = Readonly<{
  email: string;
  password: string;
  name: string;
  role: Role;
  /** What the account is beside that, for the same organisation: supporters sit on the council too. */
  also: readonly Role[];
  area: AreaId;
  organisation: string | undefined;
}>;

const HAMADA = "sma-32-02" as AreaId;
const SAGAMIHARA = "14150" as AreaId;
const SHIMANE = "32" as AreaId;
const NATION = "jp" as AreaId;

/** Known to everybody: a production start refuses to run where these accounts exist. */
export const DEMONSTRATION_PASSWORD = "Temiyage-Kotatsu-47";

const account = (
  mailbox: string,
  name: string,
  role: Role,
  area: AreaId,
  organisation?: string,
  also: readonly Role[] = [],
): DemonstrationAccount => ({
  email: `${mailbox}.example`,
  password: DEMONSTRATION_PASSWORD,
  name,
  role,
  also,
  area,
  organisation,
});

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  account("jimukyoku@hamada-hokenjo", "浜田保健所 事務局", "coordinator", HAMADA, "浜田保健所"),
  account(
    "jimukyoku@sagamihara-hokenjo",
    "相模原市保健所 事務局",
    "coordinator",
    SAGAMIHARA,
    "相模原市保健所",
  ),
  account(
    "tantou@hamada-sanpo",
    "浜田地域産業保健センター 担当",
    "provider",
    HAMADA,
    "浜田地域産業保健センター",
    ["member"],
  ),
  account("hoken@hamada-shi", "浜田市 保健担当", "provider", HAMADA, "浜田市", ["member"]),
  account("iin@shoko-kaigisho", "商工会議所 委員", "member", HAMADA, "浜田商工会議所"),
  account("tantou@iwami-yogyosho", "石見窯業所 担当", "workplace", HAMADA, "石見窯業所"),
  account("hokenshi@hamada-hokenjo", "浜田保健所 保健師", "caseworker", HAMADA, "浜田保健所"),
  account(
    "soudan@hamada-sanpo",
    "浜田地域産業保健センター 相談員",
    "caseworker",
    HAMADA,
    "浜田地域産業保健センター",
  ),
  account(
    "sekinin@hamada-sanpo",
    "浜田地域産業保健センター 責任者",
    "supervisor",
    HAMADA,
    "浜田地域産業保健センター",
  ),
  account("uketsuke@hamada-hokenjo", "浜田保健所 受付", "reception", HAMADA, "浜田保健所"),
  account("bunseki@hamada-hokenjo", "浜田保健所 分析担当", "analyst", HAMADA, "浜田保健所"),
  account("stress@kankyo-hoken", "環境保健公社 実施者", "implementer", HAMADA, "島根県環境保健公社浜田支部"),
  account("sewayaku@shoko-kaigisho", "浜田商工会議所 世話役", "organiser", HAMADA, "浜田商工会議所"),
  account(
    "mensetsui@hamada-sanpo",
    "浜田地域産業保健センター 面接医",
    "interview_doctor",
    HAMADA,
    "浜田地域産業保健センター",
  ),
  account("kenkou@shimane-ken", "島根県 担当", "coordinator", SHIMANE, "島根県"),
  account("kanri@yui", "管理者", "administrator", NATION),
  account("kansa@yui", "監査担当", "auditor", NATION),
];
