import type { OutputOf } from "#foundation/authority/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor } from "#ui/form.tsx";
import { STATE_NAMES } from "../../model/enquiry.messages.ts";
import { KIND_NAMES } from "../../model/offer.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import { Aftercare } from "../../parts/aftercare.tsx";
import { ReportForm } from "../../parts/answer-parts.tsx";
import { Decline } from "../../parts/answer-summary.tsx";
import { type Answered, forForm } from "../../parts/answers.tsx";
import { StaffAnswer } from "../../parts/staff-answer.tsx";
import type { AskedPart } from "../../requests/inbox.present.ts";
import type { listAsked } from "../../requests/inbox.queries.server.ts";
import { ASKED } from "../asked.messages.ts";

type Line = OutputOf<typeof listAsked>[number];

/** One request that reached a supporter: when, where, and what is to be done of it now. */
export function AskedLine({
  line,
  part,
  answer,
  base,
  today,
}: {
  line: Line;
  part: AskedPart;
  answer: Answered;
  base: string;
  today: PlainDate;
}) {
  const reported = answerFor(forForm(answer, "enquiry", line.id), "visit.report");
  const page = `${base}/requests/${line.requestId}`;
  return (
    <li className="border-b border-solid-gray-200 py-3">
      <p className="text-std-18B-160">{whenOf(line)}</p>
      <p>
        {[line.town, KIND_NAMES[line.kind].ja, `受付番号 ${line.number}`].filter(Boolean).join("・")}
        {part === "over" ? `・${STATE_NAMES[line.state]}` : ""}
      </p>
      {line.state === "open" && line.deadline ? <p>{ASKED.due(showDateJa(line.deadline))}</p> : null}
      {line.heldOn ? <p>{line.rating ? ASKED.rated(line.rating) : ASKED.noFeedback}</p> : null}
      {line.useful ? <p className="whitespace-pre-wrap">{line.useful}</p> : null}
      {line.slots.length > 0 ? (
        <StaffAnswer
          one={line}
          request={line.requestId}
          slots={line.slots}
          clashes={line.clashes}
          answer={answer}
        />
      ) : null}
      {line.state === "open" ? (
        <Decline answer={forForm(answer, "enquiry", line.id)}>
          <input type="hidden" name="enquiry" value={line.id} />
          <input type="hidden" name="request" value={line.requestId} />
        </Decline>
      ) : null}
      {part === "report" ? (
        <Fold summary={ASKED.report} open={reported !== undefined}>
          <ReportForm
            report={undefined}
            answer={reported}
            day={line.fixed?.day ?? today}
            enquiry={line.id}
            request={line.requestId}
          />
        </Fold>
      ) : null}
      {part === "report" || line.heldOn ? <Aftercare /> : null}
      <TextLink to={page}>{line.fixed ? ASKED.where : ASKED.open}</TextLink>
    </li>
  );
}

function whenOf({ heldOn, fixed, slots }: Line): string {
  if (heldOn) return ASKED.heldOn(showDateJa(heldOn));
  if (fixed) return showSlot(fixed);
  return slots.length > 0 ? slots.map((slot) => showSlot(slot)).join("、") : "日時の調整は終了しました";
}
