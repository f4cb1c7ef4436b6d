import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { choice, day, longText, text } from "#platform/kernel/form-fields.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { whoHolds } from "../answering/answer.usecases.server.ts";
import { findResult } from "../answering/worker.store.server.ts";
import { dueAfter } from "../model/run.rules.ts";
import type { ShownRequest } from "../model/run.schema.ts";
import { REPORTED, WORKER } from "../model/stress.messages.ts";
import { atOffice, byHolder } from "../target.usecases.server.ts";
import {
  findReleased,
  findRequest,
  insertRequest,
  saveInterview,
  selectRequests,
} from "./request.store.server.ts";

/** The worker's own result: at once, and as long as it is kept. */
export const readResult = query({
  name: "stress-result.read",
  ...byHolder("stress-code"),
  async run(permit, { held }) {
    const found = await whoHolds(permit, held);
    if (!found?.worker.taken) return notFound("stress-result");
    const { worker, run } = found;
    const result = await findResult(permit, worker.id);
    const [request] = await selectRequests(permit, "workerId", worker.id);
    return ok({
      ...{ title: run.title, contact: run.contact, name: worker.name },
      result: result && { ...result.score, advised: result.advised, madeOn: result.madeOn },
      askBy: result?.advised ? dueAfter("ask", result.madeOn) : null,
      request: request && {
        ...{ askedOn: request.askedOn, interviewOn: request.interviewOn, opinionOn: request.opinionOn },
        measureOn: request.measureOn,
      },
    });
  },
});

/** Asks for an interview. That the employer will learn so is said first, and agreed to by the tick. */
export const askForInterview = command({
  name: "stress-interview.ask",
  ...byHolder("stress-code"),
  input: z.object({ told: z.string().default("") }),
  once: true,
  async run(permit, { held, told }) {
    const found = await whoHolds(permit, held);
    const result = found && (await findResult(permit, found.worker.id));
    if (!found || !result) return notFound("stress-result");
    if (!result.advised) return conflict(WORKER.notAdvised);
    if (told !== "yes") return invalid({ told: [`${WORKER.told}ご確認のうえ、チェックを入れてください。`] });
    if ((await selectRequests(permit, "workerId", found.worker.id)).length > 0)
      return conflict("すでに面接指導を申し出ています。");
    await insertRequest(permit, found.run, found.worker, result.score);
    return ok(undefined);
  },
});

/** Requests that were released to an office, with the days by which each step is due. */
export const listInterviews = query({
  name: "stress-interview.list",
  ...atOffice({}, "stress-request"),
  async run(permit, { organisation }) {
    const requests = await selectRequests(permit, "interviewOfficeId", organisation);
    return ok(
      requests.map(({ id, name, askedOn, interviewOn }) => ({
        ...{ id, name, askedOn, interviewOn, due: dueAfter("interview", askedOn) },
      })),
    );
  },
  shows: (requests) => requests.map(({ id }) => `stress-request:${id}`),
});

export const readInterview = query({
  name: "stress-interview.read",
  ...atOffice({ request: rowId() }, "stress-request"),
  async run(permit, { organisation, request: id }) {
    const request = await findRequest(permit, id);
    if (request?.interviewOfficeId !== organisation) return notFound("stress-request");
    const released = await findReleased(permit, request);
    if (!released) return notFound("stress-request");
    const { name, askedOn, measureOn } = request;
    const form = formShowing(formOf(request, released.report));
    return ok({ id, name, askedOn, measured: measureOn !== null, score: released.score, ...form });
  },
});

/** The doctor's form as it stands; empty where nothing was reported yet. */
const formOf = ({ interviewOn, opinion }: ShownRequest, report: string) => ({
  ...{ interviewOn: interviewOn ?? "", report, class: opinion?.class ?? "" },
  measures: opinion?.measures ?? "",
});

/** The doctor's record and, apart from it, the opinion for the employer: a class and measures, no diagnosis. */
export const reportInterview = command({
  name: "stress-interview.report",
  ...atOffice({ request: rowId() }, "stress-request"),
  input: z.object({
    interviewOn: day("面接日"),
    report: longText("面接の記録"),
    class: choice("就業区分", ["usual", "restricted", "leave"]),
    measures: text("就業上の措置に関する意見", { most: 500 }),
  }),
  seen: async (permit, { request: id }) => {
    const request = await findRequest(permit, id);
    const released = request && (await findReleased(permit, request));
    return released ? formOf(request, released.report) : {};
  },
  async run(permit, { organisation, request: id, interviewOn, report, class: kind, measures }) {
    const request = await findRequest(permit, id);
    if (request?.interviewOfficeId !== organisation) return notFound("stress-request");
    if (request.measureOn) return conflict(REPORTED);
    if (interviewOn < request.askedOn || interviewOn > permit.clock.today())
      return invalid({ interviewOn: ["申出の日から本日までの日付を入力してください。"] });
    await saveInterview(permit, request, { interviewOn, report, opinion: { class: kind, measures } });
    return ok({ id });
  },
});
