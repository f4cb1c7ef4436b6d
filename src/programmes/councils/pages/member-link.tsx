import { excerptBlocks } from "#evidence/indicators/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import { CLOSED } from "#platform/files/messages.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { ownSeat } from "../member/member-link.present.ts";
import { readMemberLink } from "../member/member-link.usecases.server.ts";
import { answerMinutes, answerPoll, replyToInvitation } from "../member/seat.commands.server.ts";
import type { Route } from "./+types/member-link";
import { LinkPapers } from "./link-papers.tsx";
import { OwnAnswers } from "./meeting-own.tsx";
import { linkPlace } from "./place.tsx";

/** A member without an account: the own answers, and what to read before the meeting. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await linkPlace(args);
  const view = shown(await readMemberLink(app, actor, target));
  const { body, title, when, place, fixed, cancelled, agenda } = view;
  const own = `/meeting/${args.params.token}`;
  return {
    ...{ body, title, when, place, fixed, cancelled, agenda, seat: ownSeat(view) },
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
  const done = () => `/meeting/${args.params.token}?done=1`;
  return answerForm<never>(
    args.request,
    [answerPoll, replyToInvitation, answerMinutes].map((one) => on(one, done)),
  );
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function MemberLink({ loaderData, actionData }: Route.ComponentProps) {
  const { body, title, when, place, seat, fixed, cancelled } = loaderData;
  const { open, organisation } = seat;
  return (
    <>
      <PageHead title={title} lead={`${body}　${organisation} 御中`} />
      {loaderData.done && !actionData ? (
        <Notice kind="success" title="ご回答を受け付けました。期限までは、このページで変更できます。" />
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
      <OwnAnswers seat={seat} answer={actionData} />
      {open || fixed || cancelled ? null : <p>回答の受付は終了しました。変更は事務局にお知らせください。</p>}
      {seat.minutes?.approved ? (
        <Section title="議事録">
          <div className="max-w-3xl whitespace-pre-wrap">{seat.minutes.body}</div>
        </Section>
      ) : null}
      <LinkPapers agenda={loaderData.agenda} papers={loaderData.papers} pdf={loaderData.pdf} />
    </>
  );
}
