import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, type Result } from "#platform/kernel/result.ts";
import { putInLine } from "../../capacity/waiting/usecases.server.ts";
import { changeTimes } from "../../enquiries/anew/usecases.server.ts";
import { answerFor } from "../../enquiries/answers/usecases.server.ts";
import { askAround, remind } from "../../enquiries/usecases.server.ts";
import { close, reportVisit, retractReport } from "../../reports/usecases.server.ts";
import { refuse, withdrawFor } from "../../visits/ending/usecases.server.ts";
import { decide, moveVisit, reopen } from "../../visits/usecases.server.ts";
import { acknowledge } from "../changing/usecases.server.ts";
import { NO_FILES, type Sent } from "../files/rules.ts";
import { attachFor, detachFor } from "../files/usecases.server.ts";
import { handBack, passOn, recall, takeOver } from "../passing/usecases.server.ts";
import type { SupportRequest } from "../schema.ts";
import { needsOf, slotsOf } from "./rules.ts";

/** How it is decided, where the form says so: once said to those who were asked, it stays. */
const decisionOf = (said: string): { decidedBy?: "coordinator" | "first_come" } =>
  said === "coordinator" || said === "first_come" ? { decidedBy: said } : {};

/** Does what a button of the request's page says; each is its own use-case, with its own permission. */
export async function doOn(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  form: FormData,
  files: Sent = NO_FILES,
): Promise<Result<SupportRequest>> {
  const text = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const enquiry = text("enquiry");
  switch (text("do")) {
    case "ask": {
      const slots = slotsOf(form);
      return askAround(app, actor, area, id, {
        offers: all("offer"),
        mode: text("mode") === "in_turn" ? "in_turn" : "together",
        days: Number(text("days")) || 7,
        needs: needsOf(form),
        ...decisionOf(text("decidedBy")),
        ...(slots.length > 0 ? { slots } : {}),
      });
    }
    case "retime":
      return changeTimes(app, actor, area, id, slotsOf(form));
    case "remind":
      return remind(app, actor, area, id, enquiry);
    case "elsewhere":
      return remind(app, actor, area, id, enquiry, text("email"));
    case "answer":
      return answerFor(app, actor, area, id, enquiry, {
        answers: all("answers"),
        proposal: text("proposal"),
        comment: text("comment"),
      });
    case "decide":
      return decide(app, actor, area, id, { slot: Number(text("slot")), members: all("member") });
    case "move":
      return moveVisit(app, actor, area, id, { day: text("day"), from: text("from"), to: text("to") });
    case "reopen":
      return reopen(app, actor, area, id, enquiry);
    case "wait":
      return putInLine(app, actor, area, id, text("offer"));
    case "report":
      return reportVisit(app, actor, area, id, enquiry, Object.fromEntries(form));
    case "retract":
      return retractReport(app, actor, area, id);
    case "refuse":
      return refuse(app, actor, area, id, text("reason"));
    case "withdraw":
      return withdrawFor(app, actor, area, id);
    case "attach":
      return attachFor(app, actor, area, id, files);
    case "detach":
      return detachFor(app, actor, area, id, text("file"));
    case "pass":
      return passOn(app, actor, area, id, { to: text("to"), why: text("why") });
    case "take":
      return takeOver(app, actor, area, id);
    case "return":
      return handBack(app, actor, area, id, text("why"));
    case "recall":
      return recall(app, actor, area, id);
    case "close":
      return close(app, actor, area, id);
    case "seen":
      return acknowledge(app, actor, area, id, text("changedAt"));
    default:
      return notFound("action");
  }
}
