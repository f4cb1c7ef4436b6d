import { data } from "react-router";
import { requestOf, signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { EMPTIED, fateOf } from "../system/outbox.messages.ts";
import { readOutbox } from "../system/outbox.queries.server.ts";
import type { Route } from "./+types/outbox";

const instant = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  dateStyle: "medium",
  timeStyle: "short",
});

/** In the demonstration: what was or would be sent. A production store does not show it. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  if (app.config.mode !== "demonstration") throw data(null, { status: 404 });
  const { actor } = signedInRequest({ context, url });
  const mails = shown(await readOutbox(app, actor, {}));
  return {
    sends: app.config.smtpUrl !== undefined,
    mails: mails.map((mail) => ({
      id: mail.id,
      to: mail.to,
      subject: mail.subject,
      body: mail.body || EMPTIED,
      files: mail.attachments ?? [],
      written: instant.format(mail.writtenAt),
      fate: fateOf(mail, instant.format),
    })),
  };
}

export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { mails, sends } = loaderData;
  return (
    <>
      <PageHead
        title="送信待ちのメール"
        lead={
          sends
            ? "メールサーバーに渡したものと、これから渡すものです。"
            : "見本ではメールを送りません。送られるはずの文をここで確かめられます。"
        }
      />
      {mails.length === 0 ? <Empty title="メールはまだありません" /> : null}
      {mails.map((mail) => (
        <article key={mail.id} className="border-b border-solid-gray-300 py-4">
          <h2 className="text-std-18B-160 break-words">{mail.subject}</h2>
          <p className="text-dns-14N-130">
            宛先 <span className="break-all">{mail.to}</span>　{mail.written}　{mail.fate}
          </p>
          <div className="mt-2 break-words whitespace-pre-wrap">{mail.body}</div>
          {mail.files.map((file) => (
            <details key={file.name}>
              <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">{`添付 ${file.name}`}</summary>
              <pre className="overflow-x-auto bg-solid-gray-50 p-3 text-dns-14N-130 whitespace-pre-wrap break-all">
                {file.text}
              </pre>
            </details>
          ))}
        </article>
      ))}
    </>
  );
}
