import { excerptBlocks } from "#evidence/indicators/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import { CLOSED } from "#platform/files/messages.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { showSlot } from "../meetings/meeting.present.ts";
import { answerPoll, readMemberLink } from "../member/member-link.usecases.server.ts";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { Route } from "./+types/member-link";
import { LinkPapers } from "./link-papers.tsx";
import { linkPlace } from "./place.tsx";

const ANSWER_OPTIONS = (["yes", "if_need_be", "no"] as const).map((value) => ({
  value,
  label: `${ANSWER_SIGN[value]} ${ANSWER[value]}`,
}));

/** A member without an account: the own answers, and what to read before the meeting. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  const view = shown(await readMemberLink(app, actor, target));
  const { body, title, when, place, organisation, open, fixed, cancelled, answered, agenda } = view;
  const own = `/meeting/${args.params.token}`;
  return {
    ...{ body, title, when, place, organisation, open, fixed, cancelled, answered, agenda },
    options: view.options.map((option) => ({ id: option.id, name: showSlot(option) })),
    values: {
      comment: view.comment,
      ...Object.fromEntries(view.options.map(({ id, answer }) => [id, answer ?? ""])),
    },
    deadline: view.deadline ? showDateJa(view.deadline) : null,
    papers: view.papers.map(({ id, title, text, fileId, excerpt, state }) => ({
      closed: CLOSED[state],
      id,
      title,
      file: fileId ? `${own}/papers/${id}` : null,
      blocks: excerpt ? excerptBlocks(excerpt, id) : text ? [{ kind: "paragraph" as const, text }] : [],
    })),
    pdf: `${own}/papers.pdf`,
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await linkPlace(args);
  const on = onTarget(app, actor, target);
  return answerForm<never>(args.request, [on(answerPoll, () => `/meeting/${args.params.token}?done=1`)]);
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function MemberLink({ loaderData, actionData }: Route.ComponentProps) {
  const { body, title, when, place, organisation, open, fixed, cancelled, options, deadline } = loaderData;
  return (
    <>
      <PageHead title={title} lead={`${body}　${organisation} さま`} />
      {loaderData.done && !actionData ? (
        <Notice kind="success" title="ご回答を受け付けました。期限までは変更できます。" />
      ) : null}
      {actionData?.message && !open ? <Notice kind="error" title={actionData.message} /> : null}
      {cancelled ? <Notice title="この会議は中止になりました。" /> : null}
      {fixed && !cancelled ? (
        <p className="text-std-20B-150">
          {when}
          {place ? `　${place}` : ""}
        </p>
      ) : null}
      {!fixed && !cancelled && place ? <p>場所　{place}</p> : null}
      {open ? (
        <CommandForm
          command="poll.answer"
          answer={actionData}
          values={loaderData.values}
          labels={Object.fromEntries(options.map(({ id, name }) => [id, name]))}
          submit={loaderData.answered ? "回答を変更する" : "回答を送信する"}
        >
          {deadline ? <p>{deadline}までにお答えください。</p> : null}
          {options.map(({ id, name }) => (
            <ChoiceField key={id} label={name} name={id} type="radio" options={ANSWER_OPTIONS} />
          ))}
          <TextField label="備考" name="comment" optional />
        </CommandForm>
      ) : fixed || cancelled ? null : (
        <p>回答の受付は終了しました。変更は事務局にお知らせください。</p>
      )}
      <LinkPapers agenda={loaderData.agenda} papers={loaderData.papers} pdf={loaderData.pdf} />
    </>
  );
}
