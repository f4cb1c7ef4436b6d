import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { showDay, showSlot } from "../model/visit.present.ts";
import { STEPS } from "./receipt-steps.messages.ts";

/** One step of a request as its workplace follows it, with when it was or by when it will be. */
export type ReceiptStep = Readonly<{ name: string; when: string; is: "done" | "now" | "next" }>;

type Told = Pick<SupportRequest, "status" | "number" | "madeOn" | "fixed" | "language">;

/** The five steps of a request; nothing of one that came to nothing. */
export function stepsOf(
  request: Told,
  enquiries: readonly Pick<Enquiry, "state" | "deadline">[],
  rated: boolean,
): ReceiptStep[] {
  const { status, number, madeOn, fixed, language } = request;
  if (status === "withdrawn" || status === "unmet") return [];
  const text = STEPS[language];
  const at = { fixed: 2, held: 4, reported: 4, closed: 4 }[status as string] ?? 1;
  const steps = [
    [text.steps.received, `${showDay(madeOn, language)} ${text.number(number)}`],
    [text.steps.arranging, at > 1 ? "" : arranging(status, deadlineOf(enquiries), language)],
    [text.steps.fixed, fixed ? showSlot(fixed, language) : text.later],
    [text.steps.held, at > 2 ? text.held : ""],
    [text.steps.rated, rated ? text.thanks : text.rate],
  ] as const;
  return steps.map(([name, when], index) => ({
    name,
    when,
    is: index < at || (index === 4 && rated) ? "done" : index === at ? "now" : "next",
  }));
}

function arranging(status: Told["status"], until: PlainDate | undefined, language: Language): string {
  const text = STEPS[language];
  if (status === "asking") return until ? text.askingUntil(showDay(until, language)) : text.asking;
  if (status === "deciding") return text.deciding;
  if (status === "waiting") return text.waiting;
  return status === "new" ? text.soon : text.passed;
}

/** The day by which the last of those who were asked is to answer. */
function deadlineOf(enquiries: readonly Pick<Enquiry, "state" | "deadline">[]): PlainDate | undefined {
  const open = enquiries.flatMap(({ state, deadline }) => (state === "open" && deadline ? [deadline] : []));
  const last = open.toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
  return last && plainDateIn(last, "Asia/Tokyo");
}
