import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { spokenIn } from "../model/material.messages.ts";
import { ISSUE, NEWS } from "../news/news.messages.ts";
import { readNews } from "../news/news-issue.usecases.server.ts";
import { joinNews } from "../news/news-reader.commands.server.ts";
import type { Route } from "./+types/news";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { issues, ...news } = shown(await readNews(app, actor, { area }));
  return {
    ...news,
    issues: issues.map(({ sentAt, ...one }) => ({
      ...one,
      day: sentAt ? showDateJa(plainDateIn(sentAt, "Asia/Tokyo")) : null,
    })),
    language: spokenIn(url.searchParams),
    asked: url.searchParams.has("sent"),
  };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const lang = spokenIn(new URL(request.url).searchParams) === "en" ? "&lang=en" : "";
  const sender = context.get(addressContext) || "unknown";
  const on = onTarget(app, actor, { area, sender });
  return answerForm(request, [on(joinNews, () => `/areas/${area}/news?sent=1${lang}`)]);
}

/** The news of an area: what was sent, and the way to have them sent. */
export default function News({ loaderData, actionData }: Route.ComponentProps) {
  const { area, issues, writes, readers, language, asked } = loaderData;
  const text = NEWS[language];
  const base = `/areas/${area.slug}/news`;
  return (
    <>
      <PageHead
        title={`${text.title}　${area.name}`}
        lead={text.lead}
        actions={
          writes ? (
            <ButtonLink to={`${base}/new/edit`} kind="primary">
              {ISSUE.new}
            </ButtonLink>
          ) : null
        }
      />
      {readers === null ? null : <p>{ISSUE.readers(readers)}</p>}
      {asked && actionData === undefined ? (
        <Notice kind="success" title={text.asked} language={language} />
      ) : null}
      <Section title={text.join}>
        <CommandForm
          command="news-reader.join"
          answer={actionData}
          submit={text.submit}
          language={language}
          labels={{ email: text.email, workplace: text.workplace }}
          marksRequired
        >
          <TextField label={text.email} name="email" type="email" autoComplete="email" />
          <TextField
            label={`${text.workplace}${text.optional}`}
            name="workplace"
            autoComplete="organization"
            optional
            unmarked
          />
          <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
            <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
          </div>
        </CommandForm>
      </Section>
      <Section title={text.past}>
        {issues.length === 0 ? <p>{text.none}</p> : null}
        <Lines>
          {issues.map((one) => (
            <Line key={one.id}>
              <p>
                <TextLink to={`${base}/${one.id}`}>{one.title}</TextLink>
                <span className="ml-4 text-dns-14N-130">{`${one.sender}　${one.day ?? ISSUE.draft}`}</span>
              </p>
            </Line>
          ))}
        </Lines>
      </Section>
    </>
  );
}
