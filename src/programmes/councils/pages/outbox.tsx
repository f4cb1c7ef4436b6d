import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readOutbox } from "../outbox/usecases.server.ts";
import type { Route } from "./+types/outbox";

const instant = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  dateStyle: "medium",
  timeStyle: "short",
});

/** In the demonstration: what was or would be sent. A production store does not show it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (app.config.mode !== "demonstration") throw data(null, { status: 404 });
  if (actor.kind === "visitor") throw redirect("/sign-in?next=/outbox");
  const mails = shown(await readOutbox(app, actor));
  return {
    sends: app.config.smtpUrl !== undefined,
    mails: mails.map(({ id, to, subject, body, attachments, writtenAt, sentAt }) => ({
      id,
      to,
      subject,
      body,
      files: (attachments ?? []).map((one) => one.name).join("、"),
      written: instant.format(writtenAt),
      sent: sentAt ? instant.format(sentAt) : null,
    })),
  };
}

export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { mails, sends } = loaderData;
  return (
    <>
      <PageHead
        title="送信の列"
        lead={
          sends
            ? "メールサーバーに渡したものと、これから渡すものです。"
            : "見本ではメールを送りません。送られるはずの文をここで確かめられます。"
        }
      />
      {mails.length === 0 ? <Empty title="メールはまだありません" /> : null}
      {mails.map((mail) => (
        <article key={mail.id} className="border-b border-solid-gray-300 py-4">
          <h2 className="text-std-18B-160">{mail.subject}</h2>
          <p className="text-dns-14N-130">
            宛先 {mail.to}　{mail.written}　{mail.sent ? `${mail.sent}に送信` : "送信待ち"}
            {mail.files ? `　添付 ${mail.files}` : ""}
          </p>
          <div className="mt-2 whitespace-pre-wrap break-all">{mail.body}</div>
        </article>
      ))}
    </>
  );
}
