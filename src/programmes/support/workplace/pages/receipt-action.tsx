import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { languageOf } from "../../model/request-form.rules.ts";
import { claimRequest, claimTarget } from "../../requests/own-request.usecases.server.ts";
import { rateVisit } from "../../requests/report.commands.server.ts";
import { withdrawOwn } from "../../requests/request-ending.commands.server.ts";
import { attachOwn, detachOwn } from "../../requests/request-file.usecases.server.ts";
import { declineOfferedPlace, joinLine, takeOfferedPlace } from "../../requests/waiting.usecases.server.ts";
import { remindNextYear, showConsultations } from "../after-visit.usecases.server.ts";
import { takeService } from "../receipt.usecases.server.ts";
import type { Route } from "./+types/receipt";
import { ownDoor } from "./receipt-key.tsx";

/** Does what a button of the receipt asks for. */
export async function answerReceipt(args: Route.ActionArgs) {
  const { app, own, base, pageOf } = await ownDoor(args);
  const { actor, target } = shown(own);
  const query = languageOf(new URL(args.request.url)) === "en" ? "&lang=en" : "";
  const done = () => `${base}?done=1${query}`;
  const on = onTarget(app, actor, target);
  const sender = args.context.get(addressContext) || "unknown";
  const person = requestOf(args.context).actor;
  const claims = actor.kind === "holder" ? [await claimTarget(app, person, actor)] : [];
  const commands = [
    on(withdrawOwn, () => `${base}?withdrawn=1${query}`),
    onTarget(app, actor, { ...target, sender })(attachOwn, done),
    onTarget(app, actor, (input) => ({ ...target, file: String(input.file) }))(detachOwn, done),
    on(rateVisit, done),
    on(takeService, (made) => `${pageOf(made)}?sent=1${query}`),
    on(showConsultations, done),
    on(remindNextYear, done),
    on(joinLine, done),
    on(takeOfferedPlace, done),
    on(declineOfferedPlace, done),
    ...claims.map((claim) => onTarget(app, actor, claim)(claimRequest, done)),
  ];
  return answerForm(args.request, commands, { files: FORM_LIMITS });
}
