import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ChisanpoService } from "../../model/chisanpo.rules.ts";
import { PLACE_NAMES } from "../../model/offer.messages.ts";
import { CHANNEL_NAMES } from "../../model/request-form.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
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
      value: `${request.people}人　${PLACE_NAMES[request.place].ja}${request.freeOnly ? "　無料のものだけ" : ""}`,
    },
    ...(request.wish
      ? [{ name: "伝えたいこと", value: <span className="whitespace-pre-wrap">{request.wish}</span> }]
      : []),
    ...(request.dueOn
      ? [{ name: "期限", value: `${showDateJa(request.dueOn)}　${service?.deadlineText ?? ""}` }]
      : []),
    ...(service ? [{ name: "根拠と様式", value: `${service.law || "―"}　${service.forms.join("、")}` }] : []),
    {
      name: "連絡先",
      value: [contact.contact, contact.phone, contact.email, contact.address].filter(Boolean).join("　"),
    },
    ...(report
      ? [
          {
            name: "報告",
            value: `${showDateJa(report.heldOn)}　${report.people}人　${report.content}${report.effect ? `　手ごたえ: ${report.effect}` : ""}${report.questions ? `　出た質問: ${report.questions}` : ""}${report.materials ? `　教材: ${report.materials}` : ""}`,
          },
        ]
      : []),
    ...(feedback
      ? [
          {
            name: "事業所の感想",
            value: `${feedback.rating}／5　${feedback.useful}${feedback.again ? "　また利用したい" : ""}`,
          },
        ]
      : []),
  ];
}
