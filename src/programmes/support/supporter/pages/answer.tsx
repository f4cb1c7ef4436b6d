import { showDateJa } from "#platform/kernel/plain-date.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PAGE } from "../../model/answer.messages.ts";
import { DECIDED_BY } from "../../model/enquiry.messages.ts";
import { mayStep } from "../../model/enquiry.rules.ts";
import { INDUSTRY_NAMES, PLACE_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import { AfterAnswer, ReportForm } from "../../parts/answer-parts.tsx";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { RequestFiles } from "../../parts/attachments.tsx";
import { asTyped, contactText } from "../../parts/facts.tsx";
import { DeadLink } from "../../parts/office.tsx";
import { SlotAnswers } from "../../parts/slot-answers.tsx";
import { answerEnquiry } from "../../requests/answer.commands.server.ts";
import { readAnswer } from "../../requests/answer-view.queries.server.ts";
import { reportVisit } from "../../requests/report.commands.server.ts";
import { reopenVisit } from "../../requests/visit.commands.server.ts";
import type { Route } from "./+types/answer";
import { askedPage, onAsked } from "./answer-key.tsx";
import { JAPANESE_ONLY } from "./japanese-only.tsx";

export const handle = JAPANESE_ONLY;

export const loader = (args: Route.LoaderArgs) =>
  askedPage(args, readAnswer, { done: args.url.searchParams.get("done") });

export async function action(args: Route.ActionArgs) {
  const { params, request } = args;
  const on = await onAsked(args);
  const done = (what: string) => () => `/a/${params.token}?done=${what}`;
  return answerForm(request, [
    on(answerEnquiry, done("answer")),
    on(reportVisit, done("report")),
    on(reopenVisit, done("gone")),
  ]);
}

export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  if (!("view" in loaderData))
    return <DeadLink title={PAGE.dead} lead={PAGE.deadLead} elsewhere={loaderData.elsewhere} />;
  const { view, done, token } = loaderData;
  const { enquiry, request, town, contact, report } = view;
  const answer = forForms(actionData);
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  const open = mayStep(enquiry.state, "answer");
  const said = { answer: PAGE.sent, report: PAGE.reported, gone: PAGE.goneSaid }[done ?? ""];
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${request.workplace}（${request.size}人・${town}）からの依頼`}
        lead={`${enquiry.organisationName}のみなさまへ　${view.offer}`}
      />
      {said ? <Notice kind="success" title={said} /> : null}
      <NotDone answer={actionData} />
      <Facts
        items={[
          { name: "受付番号", value: request.number },
          { name: "内容", value: topics || null },
          { name: "業種", value: INDUSTRY_NAMES[request.industry].ja },
          { name: "参加する人数", value: `${request.people}人` },
          { name: "場所", value: PLACE_NAMES[request.place].ja },
          { name: "伝えたいこと", value: asTyped(request.wish) },
          { name: "決まった日", value: request.fixed && <strong>{showSlot(request.fixed)}</strong> },
          { name: "同行する機関", value: view.together.join("、") || null },
          { name: "連絡先", value: contact && contactText(contact) },
        ]}
      />
      <RequestFiles files={view.files} base={`/a/${token}`} />
      {open ? (
        <CommandForm
          command="enquiry.answer"
          answer={answer}
          values={{ proposal: enquiry.proposal, comment: enquiry.comment }}
          labels={{ proposal: PAGE.proposal, comment: PAGE.comment }}
          submit={PAGE.submit}
          className="mt-6"
        >
          {enquiry.deadline ? <p>{`回答期限 ${showDateJa(enquiry.deadline)}`}</p> : null}
          <p>{`決め方: ${DECIDED_BY[request.decidedBy]}`}</p>
          <SlotAnswers slots={request.slots} given={enquiry.answers} clashes={view.clashes} />
          <TextField label={PAGE.proposal} hint={PAGE.proposalHint} optional name="proposal" />
          <TextArea label={PAGE.comment} optional name="comment" rows={2} />
        </CommandForm>
      ) : null}
      {enquiry.state === "released" ? <Notice title={PAGE.released} /> : null}
      {enquiry.state === "chosen" ? (
        <Section title={report ? "報告（変更できます）" : "実施後の報告"} lead={PAGE.decidedForYou}>
          <ReportForm report={report} answer={answer} day={request.fixed?.day ?? view.today} />
        </Section>
      ) : null}
      <AfterAnswer view={view} answer={answer} />
      {enquiry.hasMailbox ? (
        <p className="mt-10 border-t border-solid-gray-300 pt-4">
          <TextLink to={`/a/${token}/mail`}>{WISH_TEXTS.title}</TextLink>
        </p>
      ) : null}
    </div>
  );
}
