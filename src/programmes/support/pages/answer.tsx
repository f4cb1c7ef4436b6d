import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { formOf } from "#platform/web/fields.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PAGE } from "../enquiries/answers/messages.ts";
import { answerByLink } from "../enquiries/answers/usecases.server.ts";
import { readAnswer } from "../enquiries/answers/view/usecases.server.ts";
import { DECIDED_BY } from "../enquiries/messages.ts";
import { INDUSTRY_NAMES, PLACE_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { elsewhereFrom } from "../office/usecases.server.ts";
import { reportByLink } from "../reports/usecases.server.ts";
import { showSlot } from "../visits/present.ts";
import { reopenByLink } from "../visits/usecases.server.ts";
import type { Route } from "./+types/answer";
import { AfterAnswer, ReportForm, SlotAnswers } from "./answer-parts.tsx";
import { Attachments } from "./attachments.tsx";
import { DeadLink } from "./office.tsx";

/** Offices read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const view = await readAnswer(app, params.token);
  const query = new URL(request.url).searchParams;
  const done = query.get("done");
  const base = { done, token: params.token };
  if (view.ok) return data({ ...base, view: view.value });
  return data({ ...base, elsewhere: await elsewhereFrom(app, params.token, "answer") }, { status: 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const slots = Object.keys(typed).filter((name) => /^slot\d$/.test(name));
  const answers = Array.from({ length: 9 }, (_, index) =>
    slots.includes(`slot${index}`) ? typed[`slot${index}`]! : "",
  );
  const { proposal = "", comment = "" } = typed;
  const doing = ["report", "gone"].find((one) => one === typed.do) ?? "answer";
  const run = {
    report: () => reportByLink(app, params.token, typed),
    gone: () => reopenByLink(app, params.token),
    answer: () => answerByLink(app, params.token, { answers, proposal, comment }),
  }[doing as "report" | "gone" | "answer"];
  const done = await run();
  if (done.ok) throw redirect(`/a/${params.token}?done=${doing}`);
  const errors = done.error.kind === "invalid" ? done.error.fields : {};
  const message = done.error.kind === "conflict" ? done.error.message : undefined;
  return data({ typed, errors, message }, { status: statusOf(done.error) });
}

export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  if (!("view" in loaderData))
    return <DeadLink title={PAGE.dead} lead={PAGE.deadLead} elsewhere={loaderData.elsewhere} />;
  const { view, done, token } = loaderData;
  const { enquiry, request, town, contact, report } = view;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  const open = ["open", "answered", "no_answer"].includes(enquiry.state);
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${request.workplace}（${request.size}人・${town}）からの依頼`}
        lead={`${enquiry.organisationName}のみなさまへ　${view.offer}`}
      />
      {done === "answer" ? <Notice kind="success" title={PAGE.sent} /> : null}
      {done === "report" ? (
        <Notice kind="success" title="報告を受け取りました。ありがとうございます。" />
      ) : null}
      {done === "gone" ? <Notice kind="success" title={PAGE.goneSaid} /> : null}
      {actionData?.message ? <Notice kind="warning" title={actionData.message} /> : null}
      {Object.keys(errors).length > 0 ? <Notice kind="error" title={PAGE.wrong} /> : null}
      <Facts
        items={[
          { name: "受付番号", value: request.number },
          ...(topics ? [{ name: "内容", value: topics }] : []),
          { name: "業種", value: INDUSTRY_NAMES[request.industry].ja },
          { name: "参加する人数", value: `${request.people}人` },
          { name: "場所", value: PLACE_NAMES[request.place].ja },
          ...(request.wish
            ? [{ name: "伝えたいこと", value: <span className="whitespace-pre-wrap">{request.wish}</span> }]
            : []),
          ...(request.fixed
            ? [{ name: "決まった日", value: <strong>{showSlot(request.fixed)}</strong> }]
            : []),
          ...(view.together.length > 0 ? [{ name: "いっしょに行く", value: view.together.join("、") }] : []),
          ...(contact
            ? [
                {
                  name: "連絡先",
                  value: [contact.contact, contact.phone, contact.email, contact.address]
                    .filter(Boolean)
                    .join("　"),
                },
              ]
            : []),
        ]}
      />
      <Attachments files={view.files} base={`/a/${token}`} />
      {open ? (
        <OnceForm submit={PAGE.submit} noValidate className="mt-6">
          <input type="hidden" name="do" value="answer" />
          {view.deadline ? <p>{`返事の期限 ${showDateJa(view.deadline)}`}</p> : null}
          <p>{`決め方: ${DECIDED_BY[request.decidedBy]}`}</p>
          <SlotAnswers slots={request.slots} given={enquiry.answers} typed={typed} errors={errors.answers} />
          <TextField
            label={PAGE.proposal}
            hint={PAGE.proposalHint}
            optional
            name="proposal"
            defaultValue={typed.proposal ?? enquiry.proposal}
          />
          <TextArea
            label={PAGE.comment}
            optional
            name="comment"
            defaultValue={typed.comment ?? enquiry.comment}
            rows={2}
          />
        </OnceForm>
      ) : null}
      {enquiry.state === "released" ? <Notice title={PAGE.released} /> : null}
      {enquiry.state === "chosen" ? (
        <Section title={report ? "報告（直せます）" : "終わったら報告してください"} lead={PAGE.decidedForYou}>
          <ReportForm report={report} typed={typed} errors={errors} day={request.fixed?.day ?? view.today} />
        </Section>
      ) : null}
      <AfterAnswer view={view} />
      {enquiry.email ? (
        <p className="mt-10 border-t border-solid-gray-300 pt-4">
          <TextLink to={`/a/${token}/mail`}>{WISH_TEXTS.title}</TextLink>
        </p>
      ) : null}
    </div>
  );
}
