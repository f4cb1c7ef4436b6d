import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { answerFor } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PAGE } from "../../model/answer.messages.ts";
import { mayStep } from "../../model/enquiry.rules.ts";
import { INDUSTRY_NAMES, PLACES_SAID, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { AfterAnswer } from "../../parts/answer-parts.tsx";
import { AnswerSummary, Decline, Visit } from "../../parts/answer-summary.tsx";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { RequestFiles } from "../../parts/attachments.tsx";
import { asTyped } from "../../parts/facts.tsx";
import { DeadLink } from "../../parts/office.tsx";
import { answerEnquiry, declineEnquiry } from "../../requests/answer.commands.server.ts";
import { readAnswer } from "../../requests/answer-view.queries.server.ts";
import { reportVisit } from "../../requests/report.commands.server.ts";
import { reopenVisit } from "../../requests/visit.commands.server.ts";
import type { Route } from "./+types/answer";
import { AnswerForm, Reporting } from "./answer-form.tsx";
import { askedPage, onAsked } from "./answer-key.tsx";

/** Offices read Japanese; their pages have no English. */
export const handle = { japaneseOnly: true };

export const loader = (args: Route.LoaderArgs) =>
  askedPage(args, readAnswer, {
    done: args.url.searchParams.get("done"),
    edits: args.url.searchParams.has("edit"),
  });

export async function action(args: Route.ActionArgs) {
  const { params, request } = args;
  const on = await onAsked(args);
  const done = (what: string) => () => `/a/${params.token}?done=${what}`;
  return answerForm(request, [
    on(answerEnquiry, done("answer")),
    on(declineEnquiry, done("decline")),
    on(reportVisit, done("report")),
    on(reopenVisit, done("gone")),
  ]);
}

/** What can be done now comes first: to answer, to come, to report. */
export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  if (!("view" in loaderData))
    return <DeadLink title={PAGE.dead} lead={PAGE.deadLead} elsewhere={loaderData.elsewhere} />;
  const { view, done, token, edits } = loaderData;
  const { enquiry, request, town } = view;
  const answer = forForms(actionData);
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  const open = mayStep(enquiry.state, "answer");
  const said = { answer: PAGE.sent, decline: PAGE.declined, report: PAGE.reported, gone: PAGE.goneSaid }[
    done ?? ""
  ];
  const answered = enquiry.state === "answered";
  const form = open && (!answered || edits || answerFor(answer, "enquiry.answer") !== undefined);
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${request.workplace}（${request.size}人・${town}）への支援`}
        lead={`${enquiry.organisationName} 御中　${view.offer}`}
      />
      {said ? <Notice kind="success" title={said} /> : null}
      <NotDone answer={actionData} />
      {enquiry.state === "released" ? <Notice title={PAGE.released} /> : null}
      <Visit {...{ view, token }} />
      <Reporting {...{ view, answer }} />
      {answered && !form ? (
        <>
          <AnswerSummary view={view} />
          <p className="my-2">{PAGE.answeredLead}</p>
          <ButtonLink to={`/a/${token}?edit=1`}>{PAGE.change}</ButtonLink>
        </>
      ) : null}
      <Section title="依頼の内容" {...(form ? { lead: PAGE.ask } : {})}>
        <Facts
          items={[
            { name: "受付番号", value: request.number },
            { name: "相談内容", value: topics || null },
            { name: "業種", value: INDUSTRY_NAMES[request.industry].ja },
            { name: "参加人数", value: `${request.people}人` },
            { name: "実施場所", value: `${PLACES_SAID[request.place]}（${town}）` },
            { name: "要望", value: asTyped(request.wish) },
          ]}
        />
      </Section>
      <RequestFiles files={view.files} base={`/a/${token}`} />
      {form ? <AnswerForm {...{ view, answer }} /> : null}
      {form && !answered ? <Decline answer={answer} /> : null}
      {form && answered ? <TextLink to={`/a/${token}`}>{PAGE.keep}</TextLink> : null}
      <AfterAnswer view={view} answer={answer} />
      {enquiry.hasMailbox ? (
        <p className="mt-10 border-t border-solid-gray-300 pt-4">
          <TextLink to={`/a/${token}/mail`}>{WISH_TEXTS.title}</TextLink>
        </p>
      ) : null}
    </div>
  );
}
