import { z } from "zod";
import { choice, count, day, longText, many, text } from "#platform/kernel/form-fields.ts";
import {
  AGE_BANDS,
  ASKERS,
  CHANNELS,
  OUTCOMES,
  SOURCES,
  TOPICS,
  URGENCIES,
  WITH_WHOM,
  WORKPLACE_SIZES,
} from "../model/case.schema.ts";
import { URGENT_STEPS } from "../model/consultation.messages.ts";

/** Who somebody is; every field may be left out, and all of them are where nobody is named. */
export const identityFields = {
  name: text("氏名", { most: 80, optional: true }),
  kana: text("ふりがな", { most: 80, optional: true }),
  birthDate: day("生年月日", { optional: true }),
  phone: text("電話番号", { most: 30, optional: true }),
  address: text("住所", { most: 200, optional: true }),
  town: text("お住まいの市町村", { most: 60, optional: true }),
  reaching: text("連絡方法の希望", { most: 200, optional: true }),
  atWork: z.stringbool().default(false),
};

/** The first call: two minutes at the telephone. */
export const IntakeInput = z.object({
  ...identityFields,
  asker: choice("相談した方", ASKERS),
  source: choice("きっかけ", SOURCES),
  channel: choice("方法", CHANNELS),
  openedOn: day("受付日"),
  topics: many("相談の内容", TOPICS),
  urgency: choice("緊急度", URGENCIES),
  steps: many("実施した対応", Object.keys(URGENT_STEPS) as (keyof typeof URGENT_STEPS)[], { optional: true }),
  told: longText("相談の要点", { most: 4000 }),
  tried: longText("これまでの対応", { optional: true }),
  wish: longText("希望", { optional: true }),
  ageBand: choice("年代", AGE_BANDS, { optional: true }),
  sex: choice("性別", ["male", "female", "other"], { optional: true }),
  homeTown: text("住まいの地域", { most: 60, optional: true }),
  workTown: text("勤務先の地域", { most: 60, optional: true }),
  workplaceSize: choice("勤務先の規模", WORKPLACE_SIZES, { optional: true }),
  minutes: count("時間", { least: 0, most: 1440, unit: "分", optional: true }),
  nextDue: day("次回の連絡日", { optional: true }),
  unassigned: z.stringbool().default(false),
});
export type IntakeInput = z.output<typeof IntakeInput>;

export const ContactInput = z.object({
  day: day("日付"),
  minutes: count("時間", { least: 0, most: 1440, unit: "分", optional: true }),
  channel: choice("方法", CHANNELS),
  withWhom: choice("相手", WITH_WHOM),
  content: longText("内容", { most: 8000 }),
  plan: longText("今後の方針", { optional: true }),
  materials: text("渡した資料", { most: 400, optional: true }),
  nextDue: day("次回の連絡日", { optional: true }),
});
export type ContactInput = z.output<typeof ContactInput>;

export const CloseInput = z.object({
  outcome: choice("終了の理由", OUTCOMES),
  note: longText("終了の経緯"),
  closedOn: day("終了日"),
});

export const ReopenInput = z.object({ note: longText("再開の理由") });
export const AssignInput = z.object({ caseworker: text("担当者", { most: 80 }) });
export const HandOverInput = z.object({
  from: text("引継ぎ元の担当者", { most: 80 }),
  to: text("引継ぎ先の担当者", { most: 80 }),
});
export const SearchInput = z.object({
  name: text("氏名", { most: 80, optional: true }),
  kana: text("ふりがな", { most: 80, optional: true }),
  birthDate: day("生年月日", { optional: true }),
  phone: text("電話番号", { most: 30, optional: true }),
});
export const IdentityInput = z.object(identityFields);
export type IdentityFields = z.output<typeof IdentityInput>;
