import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import {
  choice,
  count,
  day,
  longText,
  optionalId,
  rows,
  text,
  time,
  withRows,
} from "#platform/kernel/form-fields.ts";
import {
  CERTIFICATES,
  type CertificateRule,
  GROUP_RULES,
  type GroupRule,
  HOST_ROLES,
  type Host,
  KINDS,
  type Kind,
  PRIORITIES,
  type Priority,
  SIGN_UPS,
  type SignUpKind,
  THEMES,
  type Theme,
} from "./event-kinds.schema.ts";
import type { EventState, SessionState } from "./event-states.schema.ts";

export type Event = RowOf<
  "event",
  Readonly<{
    kind: Kind;
    theme: Theme;
    state: EventState;
    hosts: readonly Host[];
    signUp: SignUpKind;
    groupRule: GroupRule;
    priority: Priority;
    certificate: CertificateRule;
  }>
>;
export type Session = RowOf<"eventSession", Readonly<{ state: SessionState }>>;

const optional = { optional: true } as const;

export const EventInput = withRows(
  z
    .object({
      kind: choice("種類", KINDS),
      title: text("名称", { most: 100 }),
      titleEn: text("名称（英語）", { most: 150, ...optional }),
      summary: longText("内容", { ...optional }),
      theme: choice("テーマ", THEMES),
      audience: text("対象", optional),
      series: text("シリーズ名", { most: 60, ...optional }),
      hosts: rows(
        "主催・共催",
        z.object({ name: text("機関名", { most: 100 }), role: choice("役割", HOST_ROLES) }),
        { most: 12, by: "name" },
      ),
      sessions: rows(
        "日程",
        z
          .object({
            day: day("日付"),
            starts: time("開始"),
            ends: time("終了"),
            place: text("会場", optional),
          })
          .refine(({ starts, ends }) => starts < ends, {
            path: ["ends"],
            error: "終了は開始より後の時刻を入力してください。",
          }),
        { least: 1, most: 20, by: "day" },
      ),
      place: text("会場", optional),
      address: text("会場の住所", optional),
      online: z.stringbool().default(false),
      fee: text("参加費", optional),
      phone: text("問い合わせ先の電話番号", { most: 40, ...optional }),
      initiativeId: optionalId(),
      signUp: choice("申込み", SIGN_UPS),
      capacity: count("定員", { ...optional, least: 1, most: 100_000, unit: "人" }),
      mostAtOnce: count("1回の申込みの上限", { least: 1, most: 50, unit: "人" }),
      closesOn: day("申込締切日", optional),
      groupRule: choice("グループの順番待ち", GROUP_RULES),
      priority: choice("順番待ちの優先", PRIORITIES),
      answerHours: count("空席をご案内してから返事を待つ時間", { least: 1, most: 240, unit: "時間" }),
      questions: longText("申込時の質問", { most: 1000, ...optional }),
      certificate: choice("修了証", CERTIFICATES),
      certificateLeast: count("修了の基準", { ...optional, least: 1, most: 100_000 }),
      issuer: text("修了証の発行者", optional),
    })
    .refine(({ certificate, certificateLeast }) => certificate === "none" || certificateLeast !== null, {
      path: ["certificateLeast"],
      error: "修了の基準を入力してください。",
    })
    .refine(({ hosts }) => hosts.filter(({ role }) => role === "main").length <= 1, {
      path: ["hosts"],
      error: "「主催」は1機関だけ選択し、ほかは「共催」にしてください。",
    })
    .transform(({ questions, certificateLeast, ...event }) => ({
      ...event,
      questions: questions
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .slice(0, 10),
      certificateLeast: event.certificate === "none" ? null : certificateLeast,
    })),
);
export type EventInput = z.output<typeof EventInput>;
