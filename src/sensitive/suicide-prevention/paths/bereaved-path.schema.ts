import { z } from "zod";
import { choice, count, day, yesNo } from "#platform/kernel/form-fields.ts";
import { PATH_STEPS } from "../model/prevention-kinds.schema.ts";

/** Where the interview is taken in by nobody but two people who were trained for it. */
export const INTERVIEWERS = 2;

/**
 * One form for every step, so that neither the address nor the log tells which was taken. Days and boxes alone.
 */
export const PathInput = z
  .object({
    what: choice("記録する内容", PATH_STEPS),
    on: day("日付", { optional: true }),
    leafletOn: day("リーフレットを渡した日", { optional: true }),
    interviewers: count("面接者の人数", { least: 1, most: 9, unit: "人", optional: true }),
    trained: yesNo("面接者の研修", { optional: true }),
    cared: yesNo("面接者の振り返り", { optional: true }),
  })
  .refine(({ what, on }) => on !== null || what === "withdraw" || what === "end", {
    path: ["on"],
    error: "日付を入力してください。",
  })
  .refine(({ what, interviewers }) => what !== "interview" || interviewers === INTERVIEWERS, {
    path: ["interviewers"],
    error: `面接は${INTERVIEWERS}人で行います。人数をご確認ください。`,
  })
  .refine(({ what, trained }) => what !== "interview" || trained === true, {
    path: ["trained"],
    error: "面接は、研修を受けた人が行います。",
  });
