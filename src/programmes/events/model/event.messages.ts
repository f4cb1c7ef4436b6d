import type {
  CertificateRule,
  GroupRule,
  HostRole,
  Kind,
  Need,
  Priority,
  SignUpKind,
  Spoken,
  Theme,
  Unit,
} from "./event-kinds.schema.ts";
import type { EventState, SessionState, Signing } from "./event-states.schema.ts";

export const spokenIn = (params: URLSearchParams): Spoken => (params.get("lang") === "en" ? "en" : "ja");

type Both = Readonly<Record<Spoken, string>>;
const both = (ja: string, en: string): Both => ({ ja, en });

export const KIND_NAMES: Readonly<Record<Kind, Both>> = {
  training: both("研修会", "Training"),
  lecture: both("講演会", "Lecture"),
  panel: both("パネル展", "Panel exhibition"),
  forum: both("フォーラム", "Forum"),
  festival: both("健康フェスタ", "Health festival"),
  corner: both("健康相談コーナー", "Health corner"),
  desk: both("他団体の催しへの出展", "Desk at another event"),
  welfare_training: both("民生委員・推進員の研修", "Training of welfare commissioners"),
  staff_training: both("職員研修", "Staff training"),
  salon: both("サロン", "Salon"),
  bereaved: both("わかち合いの会", "Sharing meeting"),
};

export const THEME_NAMES: Readonly<Record<Theme, Both>> = {
  mental_health: both("こころの健康", "Mental health"),
  suicide_prevention: both("自殺対策", "Suicide prevention"),
  checkup: both("健康診断", "Health checkups"),
  metabolic: both("生活習慣病", "Lifestyle diseases"),
  smoking: both("たばこ", "Smoking"),
  alcohol: both("アルコール", "Alcohol"),
  nutrition: both("栄養・食生活", "Food and nutrition"),
  exercise: both("運動", "Exercise"),
  dental: both("歯と口", "Teeth and mouth"),
  cancer: both("がん", "Cancer"),
  back_pain: both("腰痛・転倒", "Back pain and falls"),
  women: both("女性の健康", "Women's health"),
  infection: both("感染症", "Infections"),
  occupational: both("労働安全衛生", "Safety and health at work"),
  resources: both("地域の相談先・資源", "Local help"),
  other: both("その他", "Other"),
};

export const UNIT_NAMES: Readonly<Record<Unit, Both>> = {
  persons: both("参加者・実人数", "Participants"),
  attendances: both("参加者・延べ人数", "Attendances"),
  workplaces: both("参加した事業所", "Workplaces"),
  visits: both("来場・延べ人数", "Visits"),
  consultations: both("相談", "Consultations"),
  mental: both("うちメンタルヘルス", "of which mental health"),
  leaflets: both("配布した資料", "Leaflets"),
};
export const HOST_ROLE_NAMES: Readonly<Record<HostRole, Both>> = {
  main: both("主催", "Host"),
  joint: both("共催", "Joint host"),
  support: both("後援", "Supported by"),
  cooperation: both("協力", "In cooperation with"),
};

export const STATE_NAMES: Readonly<Record<EventState, Both>> = {
  draft: both("下書き", "Draft"),
  published: both("公開中", "Announced"),
  cancelled: both("中止", "Cancelled"),
};
/** Whether one can sign up, as lists and pages for everybody say it. */
export const SIGNING_NAMES: Readonly<Record<Signing, Both>> = {
  draft: STATE_NAMES.draft,
  cancelled: STATE_NAMES.cancelled,
  over: both("終了", "Over"),
  none: both("申込み不要", "No sign-up needed"),
  closed: both("受付終了", "Sign-up closed"),
  full: both("満席（キャンセル待ち）", "Full (waiting list)"),
  open: both("受付中", "Sign-up open"),
};
export const SESSION_STATE_NAMES: Readonly<Record<SessionState, Both>> = {
  planned: both("予定", "Planned"),
  held: both("実施済み", "Held"),
  cancelled: both("中止", "Cancelled"),
};

export const SIGN_UP_NAMES: Readonly<Record<SignUpKind, string>> = {
  none: "申込み不要",
  name: "お名前で受け付ける",
  nickname: "ニックネームで受け付ける",
  nameless: "お名前をうかがわない",
};

export const GROUP_RULE_NAMES: Readonly<Record<GroupRule, Both>> = {
  whole: both(
    "グループには全員分の席が空いたときにご案内します。それまでは、後にお待ちの少人数の方を先にご案内することがあります。",
    "A group is offered seats once all of them are free. Until then smaller parties behind it may go first.",
  ),
  part: both(
    "先にお待ちの方から順に、空いた席の数だけご案内します。",
    "Seats are offered in order; a group is offered those that are free.",
  ),
};
export const PRIORITY_NAMES: Readonly<Record<Priority, Both>> = {
  arrival: both("お申し込みの順にご案内します。", "Seats are offered in the order of sign-ups."),
  small: both(
    "従業員50人未満の事業所の方を先にご案内します。",
    "Workplaces with fewer than 50 workers are offered seats first.",
  ),
};

export const CERTIFICATE_NAMES: Readonly<Record<CertificateRule, string>> = {
  none: "発行しない",
  sessions: "出席した回数で発行する",
  minutes: "出席した時間（分）で発行する",
};

export const NEED_NAMES: Readonly<Record<Need, Both>> = {
  interpretation: both("通訳", "Interpretation"),
  sign_language: both("手話通訳・要約筆記", "Sign language or captions"),
  wheelchair: both("車いすでの参加", "Wheelchair access"),
  childcare: both("託児", "Childcare"),
  large_print: both("大きな文字の資料", "Large print"),
};

export const optionsOf = <K extends string>(
  names: Readonly<Record<K, Both | string>>,
  language: Spoken = "ja",
): { value: K; label: string }[] =>
  (Object.entries(names) as [K, Both | string][]).map(([value, name]) => ({
    value,
    label: typeof name === "string" ? name : name[language],
  }));
