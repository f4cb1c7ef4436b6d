import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { FIND } from "../find/find.messages.ts";
import { readResource } from "../find/find.queries.server.ts";
import { languageOf } from "../find/find.schema.ts";
import { reportMistake } from "../owners/owner.usecases.server.ts";
import { askAddress } from "../parts/found-list.tsx";
import type { Route } from "./+types/resource";

/** What has ended answers 410, what was merged leads to where it is now. */
export async function loader({ context, params: { area, resource: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = languageOf(url.searchParams);
  const read = shown(await readResource(app, actor, { area, id, language }));
  const base = `/areas/${read.area.slug}/directory`;
  if (!("gone" in read))
    return { ...read, language, base, once: newId(), said: url.searchParams.has("reported") };
  if (read.movedTo) throw redirect(`${base}/${read.movedTo}`, 301);
  return data({ language, base, gone: true as const }, { status: 410 });
}

export async function action({ context, params: { area, resource: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const read = shown(await readResource(app, actor, { area, id, language: "ja" }));
  const lang = languageOf(new URL(request.url).searchParams) === "en" ? "&lang=en" : "";
  const here = () => `/areas/${read.area.slug}/directory/${id}?reported=1${lang}`;
  const sender = context.get(addressContext) || "unknown";
  return answerForm(request, [onTarget(app, actor, { area: read.area.id, id, sender })(reportMistake, here)]);
}

export default function ResourcePage({ loaderData, actionData }: Route.ComponentProps) {
  const { language, base } = loaderData;
  const text = FIND[language];
  const back = <TextLink to={language === "en" ? `${base}?lang=en` : base}>{text.back}</TextLink>;
  if ("gone" in loaderData)
    return (
      <div lang={language}>
        <PageHead title={text.gone} lead={text.goneLead} />
        {back}
      </div>
    );
  const { entry, structured, area, mayEdit, once, said } = loaderData;
  const website = entry.website ? (
    <a href={entry.website} className="text-blue-1000 underline underline-offset-4">
      {entry.website}
    </a>
  ) : null;
  return (
    <div lang={language} className="max-w-3xl">
      <PageHead
        title={entry.name}
        lead={[entry.kindName, entry.provider].filter(Boolean).join("・")}
        actions={
          <>
            <ButtonLink kind="primary" to={askAddress({ ...entry, slug: area.slug }, language)}>
              {entry.intake.state === "unknown" ? text.askUnknown : text.ask}
            </ButtonLink>
            {mayEdit ? <ButtonLink to={`${base}/${entry.id}/edit`}>{DIRECTORY.editTitle}</ButtonLink> : null}
          </>
        }
      />
      {said ? <Notice kind="success" title={text.reported} language={language} /> : null}
      <p className="text-std-16B-170">{entry.now}</p>
      <Facts
        items={[
          { name: text.intake, value: entry.intake.text },
          { name: text.about, value: entry.description || null },
          { name: text.topics, value: entry.topics || null },
          {
            name: text.hours,
            value: entry.hours.length > 0 ? entry.hours.map((line) => <p key={line}>{line}</p>) : null,
          },
          { name: text.fee, value: entry.fee },
          { name: text.whom, value: entry.whom || null },
          { name: text.languages, value: entry.languages || null },
          { name: text.phone, value: entry.phone || null },
          { name: text.fax, value: entry.fax || null },
          { name: text.apply, value: entry.apply || null },
          { name: text.address, value: entry.address || null },
          { name: text.access, value: entry.access || null },
          { name: text.website, value: website },
        ]}
      />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own, in which no tag can begin */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structured }} />
      <p className="my-4 text-dns-14N-130">{entry.checked}</p>
      {entry.kind === "support_shop" ? (
        <p className="no-print">
          <TextLink to={`${base}/${entry.id}/sign.pdf`} reload>
            {text.sign}
          </TextLink>
        </p>
      ) : null}
      <Section title={text.report}>
        <Folded summary={text.report} open={actionData !== undefined}>
          <p>{text.reportLead}</p>
          <CommandForm
            command="resource.report"
            answer={actionData}
            once={once}
            submit={text.reportSend}
            language={language}
          >
            <TextArea label={text.reportWords} name="words" most={500} />
          </CommandForm>
        </Folded>
      </Section>
      <p className="my-8">{back}</p>
    </div>
  );
}
