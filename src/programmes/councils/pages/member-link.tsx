import { data, redirect } from "react-router";
import { excerptBlocks } from "#evidence/indicators/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { openLink } from "../meetings/links/usecases.server.ts";
import { answerPoll } from "../meetings/poll/usecases.server.ts";
import { showSlot } from "../meetings/present.ts";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { Route } from "./+types/member-link";
import { LinkPapers } from "./link-papers.tsx";
import { fieldsOf } from "./place.tsx";

/** A member without an account: the own answers, and what to read before the meeting. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const view = shown(await openLink(app, params.token));
  const options = view.options.map((option) => ({
    id: option.id,
    name: showSlot(option),
    answer: option.answer,
  }));
  const deadline = view.deadline ? showDateJa(view.deadline) : null;
  const papers = view.papers.map(({ id, title, text, fileId, excerpt }) => ({
    id,
    title,
    file: fileId ? `/meeting/${params.token}/papers/${id}` : null,
    blocks: excerpt ? excerptBlocks(excerpt, id) : text ? [{ kind: "paragraph" as const, text }] : [],
  }));
  const pdf = `/meeting/${params.token}/papers.pdf`;
  return { ...view, options, deadline, papers, pdf, done: new URL(request.url).searchParams.has("done") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const values = await fieldsOf(request);
  const answered = await answerPoll(app, params.token, { answers: values, comment: values.comment ?? "" });
  if (answered.ok) throw redirect(`/meeting/${params.token}?done=1`);
  const { error } = answered;
  if (error.kind === "invalid") return data({ errors: error.fields, message: null, values }, { status: 422 });
  if (error.kind === "conflict") return data({ errors: {}, message: error.message, values }, { status: 409 });
  throw data(null, { status: statusOf(error) });
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function MemberLink({ loaderData, actionData }: Route.ComponentProps) {
  const {
    body,
    title,
    when,
    place,
    organisation,
    open,
    fixed,
    cancelled,
    options,
    deadline,
    agenda,
    papers,
    pdf,
    done,
    answered,
  } = loaderData;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  return (
    <>
      <PageHead title={title} lead={`${body}　${organisation} さま`} />
      {done && !actionData ? (
        <Notice kind="success" title="お返事を受け取りました。期限までは直せます。" />
      ) : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {cancelled ? <Notice title="この会議は取りやめになりました。" /> : null}
      {fixed && !cancelled ? (
        <p className="text-std-20B-150">
          {when}
          {place ? `　${place}` : ""}
        </p>
      ) : null}
      {!fixed && !cancelled && place ? <p>場所　{place}</p> : null}
      {open ? (
        <OnceForm submit={answered ? "お返事を直す" : "お返事を送る"}>
          {deadline ? <p>{deadline}までにお答えください。</p> : null}
          {options.map((option) => (
            <ChoiceField
              key={option.id}
              label={option.name}
              name={option.id}
              type="radio"
              chosen={[actionData?.values[option.id] ?? option.answer ?? ""]}
              errors={errors[option.id]}
              options={(["yes", "if_need_be", "no"] as const).map((value) => ({
                value,
                label: `${ANSWER_SIGN[value]} ${ANSWER[value]}`,
              }))}
            />
          ))}
          <TextField
            label="ひとこと"
            name="comment"
            optional
            defaultValue={actionData?.values.comment ?? loaderData.comment}
            errors={errors.comment}
          />
        </OnceForm>
      ) : fixed || cancelled ? null : (
        <p>お返事の受け付けは終わりました。変更は事務局にお知らせください。</p>
      )}
      <LinkPapers agenda={agenda} papers={papers} pdf={pdf} />
    </>
  );
}
