import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import { ISSUE, NEWS } from "../news/news.messages.ts";
import { readIssue, sendIssue } from "../news/news-issue.usecases.server.ts";
import type { Route } from "./+types/issue";

/** News are written in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area, issue: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readIssue(app, actor, { area, id }));
}

export async function action({ context, params: { area, issue: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  return answerForm(request, [on(sendIssue, () => `/areas/${area}/news/${id}?saved`)]);
}

/** An issue as everybody reads it; who wrote it sends it from here. */
export default function Issue({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, lead, items, sender, sentAt, area, kept } = loaderData;
  const base = `/areas/${area.slug}/news`;
  return (
    <>
      <PageHead
        title={title}
        lead={`${sender}　${area.name}`}
        actions={
          kept && !sentAt ? <ButtonLink to={`${base}/${id}/edit`}>{CATALOGUE.ja.edit}</ButtonLink> : null
        }
      />
      <Done />
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      <div className="max-w-3xl">
        <p className="whitespace-pre-line">{lead}</p>
        {items.map((one) => (
          <section key={`${one.title} ${one.to}`} className="my-6">
            <h2 className="text-std-20B-160">{one.title}</h2>
            <p className="whitespace-pre-line">{one.text}</p>
            {one.to ? (
              <p>
                <a className="text-blue-1000 underline" href={one.to}>
                  {one.to}
                </a>
              </p>
            ) : null}
          </section>
        ))}
      </div>
      {kept && !sentAt ? (
        <Section title={ISSUE.send} lead={ISSUE.sendQuestion(kept.readers)}>
          <details className="my-4">
            <summary className="min-h-11 cursor-pointer underline">{ISSUE.preview}</summary>
            <pre className="whitespace-pre-wrap">{kept.text}</pre>
          </details>
          <OnceForm submit={ISSUE.send} kind="primary" />
        </Section>
      ) : null}
      {kept && sentAt ? <p>{`${ISSUE.sent} ${ISSUE.readers(kept.readers)}`}</p> : null}
      <p className="my-8">
        <TextLink to={base}>{NEWS.ja.title}</TextLink>
      </p>
    </>
  );
}
