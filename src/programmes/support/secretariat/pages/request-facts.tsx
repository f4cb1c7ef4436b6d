import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ChisanpoService } from "../../model/chisanpo.rules.ts";
import { PLACE_NAMES } from "../../model/offer.messages.ts";
import type { ShownReport } from "../../model/report.present.ts";
import { CHANNEL_NAMES } from "../../model/request-form.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import { asTyped, contactText } from "../../parts/facts.tsx";
import type { RequestView } from "../../requests/request-view.queries.server.ts";

/** A request as it was made and what came of it, name by name. */
export function factsOf(
  { request, contact, report, feedback }: RequestView,
  service: ChisanpoService | undefined,
) {
  return [
    { name: "受付番号", value: `${request.number}（${CHANNEL_NAMES[request.channel]}）` },
    {
      name: "希望",
      value: request.wishes.length > 0 ? request.wishes.map((slot) => showSlot(slot)).join("、") : "おまかせ",
    },
    {
      name: "参加・場所",
      value: `${request.people}人　${PLACE_NAMES[request.place].ja}${request.freeOnly ? "　無料の支援に限る" : ""}`,
    },
    { name: "伝えたいこと", value: asTyped(request.wish) },
    { name: "期限", value: request.dueOn && `${showDateJa(request.dueOn)}　${service?.deadlineText ?? ""}` },
    { name: "根拠と様式", value: service && `${service.law || "―"}　${service.forms.join("、")}` },
    { name: "連絡先", value: contactText(contact) },
    { name: "報告", value: report && reportText(report) },
    {
      name: "事業所の感想",
      value:
        feedback && `${feedback.rating}／5　${feedback.useful}${feedback.again ? "　また利用したい" : ""}`,
    },
  ];
}

const reportText = ({ heldOn, people, content, effect, questions, materials }: ShownReport): string =>
  [
    ...[showDateJa(heldOn), `${people}人`, content, effect && `参加者の反応: ${effect}`],
    ...[questions && `主な質問: ${questions}`, materials && `教材: ${materials}`],
  ]
    .filter(Boolean)
    .join("　");
