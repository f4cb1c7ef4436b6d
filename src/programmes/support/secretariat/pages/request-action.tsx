import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { answerEnquiry } from "../../requests/answer.commands.server.ts";
import { askAround } from "../../requests/enquiry.commands.server.ts";
import { changeTimes } from "../../requests/enquiry-renewal.commands.server.ts";
import { closeRequest, reportVisit, retractReport } from "../../requests/report.commands.server.ts";
import { acknowledgeChange } from "../../requests/request-change.commands.server.ts";
import { refuseRequest, withdrawFor } from "../../requests/request-ending.commands.server.ts";
import { attachFor, detachFor } from "../../requests/request-file.usecases.server.ts";
import { noteTold, undoRequest } from "../../requests/request-undo.commands.server.ts";
import { decideVisit, moveVisit, reopenVisit } from "../../requests/visit.commands.server.ts";
import { putInLine } from "../../requests/waiting.usecases.server.ts";
import { redirect, remind } from "../enquiry-reminder.commands.server.ts";
import { handBack, passOn, recall, takeOver } from "../passing.usecases.server.ts";
import type { Route } from "./+types/request";

/** Does what a button of the request's page asks for. */
export async function answerRequest({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const list = `/areas/${area.slug}/requests`;
  const target = { area: area.id, id: params.request };
  const here = () => `${list}/${params.request}`;
  const on = onTarget(app, actor, target);
  const onEnquiry = onTarget(app, actor, (input) => ({ ...target, enquiry: String(input.enquiry) }));
  const onFile = onTarget(app, actor, (input) => ({ ...target, file: String(input.file) }));
  const commands = [
    // What can be undone says so itself.
    ...[askAround, decideVisit].map((one) => on(one, () => `${here()}?done`)),
    ...[changeTimes, acknowledgeChange].map((one) => on(one, here)),
    ...[moveVisit, retractReport, putInLine, undoRequest, noteTold].map((one) => on(one, here)),
    ...[refuseRequest, withdrawFor, closeRequest, passOn, recall].map((one) => on(one, here)),
    ...[remind, redirect, answerEnquiry, reopenVisit, reportVisit].map((one) => onEnquiry(one, here)),
    on(attachFor, here),
    onFile(detachFor, here),
    // What was taken over is a request of this area; what was handed back is none any more.
    on(takeOver, (taken) => `${list}/${taken.id}`),
    on(handBack, () => list),
  ];
  return answerForm(request, commands, { files: FORM_LIMITS });
}
