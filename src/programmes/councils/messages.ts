import { type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import type { BodyKind, MemberRole } from "./model/body.schema.ts";
import type { MeetingState, Stage } from "./model/meeting.rules.ts";

export const BODY: Readonly<Record<BodyKind, string>> = {
  prefecture_council: "都道府県協議会",
  area_council: "地域・職域連携推進協議会",
  working_group: "作業部会",
  suicide_prevention_heads: "自殺対策の代表者会議",
  suicide_prevention_liaison: "自殺対策の連絡会議",
  other: "その他の会議",
};
export const MEMBER_ROLE: Readonly<Record<MemberRole, string>> = {
  chair: "会長",
  deputy_chair: "副会長",
  secretariat: "事務局",
  key_person: "キーパーソン",
  member: "委員",
};
export const ANSWER: Readonly<Record<string, string>> = {
  yes: "出席できます",
  if_need_be: "できれば避けたい",
  no: "出席できません",
  none: "回答なし",
};
export const ANSWER_SIGN: Readonly<Record<string, string>> = {
  yes: "○",
  if_need_be: "△",
  no: "×",
  none: "―",
};
export const ATTENDANCE: Readonly<Record<string, string>> = {
  present: "出席",
  proxy: "代理出席",
  absent: "欠席",
};
export const MADE: Readonly<Record<string, string>> = {
  issue: "健康課題",
  initiative: "事業",
  task: "対応事項",
};
export const PAPER: Readonly<Record<string, string>> = {
  file: "ファイル",
  excerpt: "健康情報の抜粋",
  report: "委員からの報告",
};

/** The ladder of the guideline. Its level 3 is worded by us: the source's own wording was cut off. */
export const LEVEL: Readonly<Record<string, string>> = {
  "0": "まだ始まっていない",
  "1-1": "1-① 協議会が開かれている",
  "1-2": "1-② 構成員が健康情報や取り組みを報告し、意見を交わしている",
  "2-1": "2-① 既存の情報から課題意識を共有し、連携した取り組みをしている",
  "2-2": "2-② 各者のデータを集めて分析し、地域の課題を特定して連携した取り組みをしている",
  "2-3": "2-③ 独自の調査で課題を明らかにし、都道府県の方針と一体に取り組んでいる",
  "3": "3 自立して続く取り組みになっている",
};
export const LEVEL_SHORT: Readonly<Record<string, string>> = {
  "0": "―",
  "1-1": "1-①",
  "1-2": "1-②",
  "2-1": "2-①",
  "2-2": "2-②",
  "2-3": "2-③",
  "3": "3",
};

/** How the council of an area stands this year, for its prefecture. */
export const BELOW = (line: Readonly<{ meetings: number; maturity: string }> | null): string =>
  line
    ? `今年度の会議 ${line.meetings}回　取組の段階 ${LEVEL_SHORT[line.maturity]}`
    : "協議会の登録はまだありません";

export const BODIES = {
  circle: {
    parentId: [
      "この会議体の下にある会議体は選べません（削除した会議体をはさむときも）。ほかの会議体を選択してください。",
    ],
  },
};

export const INVITATION = { placeLater: "追ってお知らせします", agenda: "議題" } as const;

/** 2009年9月1日 */
function onDay(date: string): string {
  const { year, month, day } = partsOf(date as PlainDate);
  return `${year}年${month}月${day}日`;
}

const COUNTED: Readonly<Record<string, string>> = {
  prefecture: "都道府県",
  secondary_medical_area: "二次医療圏",
  public_health_centre_district: "保健所単位",
};
export const BOARD = {
  title: "全国の協議会",
  unknown: "登録なし",
  unjudged: "未判定",
  none: "条件に該当する地域はありません",
  noneHint: "都道府県を選択し直すか、「すべて」にしてください。",
  atLevel: (level: string, count: number) => `${level} ${count}地域`,
  mapTitle: (year: number, areas: number, registered: number) =>
    `${year}年度の取組の段階は、${areas}地域のうち${registered}地域で把握しています。`,
  mapLegend: "数字は取組の段階で、色が濃いほど進んでいます。点線は、結に登録のない地域です。",
  mapSource: "出典：結に登録された協議会（下の表）",
  /** 都道府県 47／47（2009年9月1日現在） */
  national: (one: Readonly<{ asOf: string; level: string; established: number; total: number | null }>) =>
    `${COUNTED[one.level]} ${one.established}${one.total === null ? "か所" : `／${one.total}`}（${onDay(one.asOf)}現在）`,
};
export const STATE: Readonly<Record<MeetingState, string>> = {
  polling: "日程を調整中",
  fixed: "日程確定（案内前）",
  invited: "案内済み",
  held: "開催済み（議事録未作成）",
  minuted: "議事録を承認",
  cancelled: "取りやめ",
};
/** The parts of a meeting's way. */
export const STAGE: Readonly<Record<Stage, string>> = {
  schedule: "日程調整",
  invitation: "ご案内",
  day: "当日",
  minutes: "議事録",
  approval: "承認",
};
/** What the secretariat does in each. */
export const NEXT: Readonly<Record<Stage, string>> = {
  schedule: "委員の都合を確認し、開催日を決定してください。",
  invitation: "議題を登録し、開催案内を送信してください。",
  day: "出欠を確認し、当日に出席を入力してください。",
  minutes: "議事録を作成してください。",
  approval: "議事録案を委員に回覧し、承認してください。",
};
export const MINUTES = {
  instant: { timeZone: "Asia/Tokyo", dateStyle: "medium", timeStyle: "short" },
  approved: (at: string, by: string) => `${at}に承認${by ? `（${by}）` : ""}`,
} as const;
/** What each kind of what belongs to a council is called. */
export const PART: Readonly<Record<string, string>> = {
  body: "会議体",
  member: "委員",
  meeting: "会議",
  paper: "資料",
  decision: "決定",
  task: "対応事項",
  agenda: "議題",
  past: "経過・上位計画",
};
export const REPORT = {
  title: (area: string, year: string) => `${area} 地域・職域連携推進 年報 ${year}`,
  coverTitle: "地域・職域連携推進 年報",
  subtitle: "本年報は「結」の登録記録から作成した。",
  council: (area: string) => `${area} 地域・職域連携推進協議会`,
  author: (name: string) => `作成　${name}`,
  draft: "下書き",
  edition: (edition: number) => `第${edition}版`,
  corrected: (edition: number) => `第${edition}版を作ったあとに、データが訂正されました。`,
  progressed: (edition: number) => `第${edition}版を作ったあとに、進んだところがあります。`,
};

/** The parts of the report that may be left out. */
export const REPORT_PART = {
  comparison: "前の年度との比較",
  health: "健康の状況（下で選択した指標）",
  issues: "健康課題と根拠",
  activities: "活動",
  initiatives: "事業",
  targets: "目標",
  evaluations: "評価",
  history: "これまでの経過と計画での位置づけ",
  maturity: "取組の段階",
  next: "次の年度へ",
  photos: "活動の写真",
  approval: "承認欄",
} as const;

/** What the meeting's page says after a button, by its command. */
export const MEETING_DONE: Readonly<Record<string, (count: string) => string>> = {
  "poll.start": (count) => `${count}件のメールを送信待ちに登録しました。`,
  "poll.remind": (count) => `未回答の${count}団体に、日程調整の再依頼を送信待ちに登録しました。`,
  "meeting.invite": (count) => `${count}件の案内を送信待ちに登録しました。予定表のファイルを添付しています。`,
  "meeting.fix-date": (count) => `日程を決めました。${toldOf(count)}`,
  "meeting.move": (count) => `日時・場所を保存しました。${toldOf(count)}`,
  "poll.enter": (count) => `${count}団体の日程の回答を登録しました。`,
  "poll.answer": () => "回答を登録しました。期限までは変更できます。",
  "reply.give": () => "出欠の回答を登録しました。開催日までは変更できます。",
  "reply.enter": (count) => `${count}団体の出欠を登録しました。`,
  "attendance.fill": (count) => `${count}団体の出席を入力しました。`,
  "minutes.answer": () => "議事録案への回答を登録しました。",
  "agenda.change": () => "議題を保存しました。",
  "agenda.move": () => "議題の順番を変更しました。",
  "agenda.delete": () => "議題を削除しました。30日以内は元に戻せます。",
  "meeting.set-place": () => "場所を保存しました。委員の回答のページにも表示されます。",
  "meeting.cancel": () => "会議を取りやめました。",
  "agenda.add": () => "議題を追加しました。",
  "paper.add-report": () => "報告を追加しました。",
  "paper.add-file": () => "ファイルを追加しました。",
  "excerpt.take": () => "健康情報を資料に入れました。",
  "paper.delete": () => "資料を外しました。30日以内は元に戻せます。",
  "attendance.save": () => "出席を保存しました。",
  "decision.write": () => "決定事項を登録しました。",
  "decision.delete": () => "決定事項を削除しました。30日以内は元に戻せます。",
  "task.save": () => "対応事項を保存しました。",
  "task.finish": () => "対応事項を完了にしました。",
  "task.reopen": () => "対応事項を未完了に戻しました。",
  "task.delete": () => "対応事項を削除しました。30日以内は元に戻せます。",
};
const toldOf = (count: string) =>
  Number(count) > 0 ? `案内済みの${count}団体に、変更のお知らせと新しい予定表のファイルを送信します。` : "";
