import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { spokenIn } from "../model/material.messages.ts";
import { NEWS } from "../news/news.messages.ts";
import { confirmNews, leaveNews } from "../news/news-reader.commands.server.ts";
import type { Route } from "./+types/reader-link";

const PURPOSES = ["news-confirm", "news-leave"] as const;

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const done = url.searchParams.has("done");
  const opened = await openLink(app, token, ...PURPOSES);
  if (!opened.ok) return data({ language, done, purpose: undefined }, { status: 404 });
  return { language, done, purpose: opened.value.holder.purpose };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, ...PURPOSES));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const lang = spokenIn(new URL(request.url).searchParams) === "en" ? "&lang=en" : "";
  const here = () => `/n/${token}?done=1${lang}`;
  return answerForm(request, [holder.purpose === "news-leave" ? on(leaveNews, here) : on(confirmNews, here)]);
}

/** One button: to begin with the news, or to end them. A look alone does neither, for programs follow links. */
export default function ReaderLink({
  loaderData: { language, done, purpose },
  actionData,
}: Route.ComponentProps) {
  const text = NEWS[language];
  if (!purpose) return <Empty title={text.dead}>{text.again}</Empty>;
  const leaving = purpose === "news-leave";
  return (
    <div className="max-w-2xl">
      <PageHead title={text.title} lead={done ? undefined : leaving ? text.leaveLead : text.confirmLead} />
      {done ? (
        <Notice kind="success" title={leaving ? text.left : text.joined} language={language} />
      ) : (
        <CommandForm
          command={leaving ? "news-reader.leave" : "news-reader.confirm"}
          answer={actionData}
          submit={leaving ? text.leave : text.confirm}
          language={language}
        />
      )}
    </div>
  );
}
