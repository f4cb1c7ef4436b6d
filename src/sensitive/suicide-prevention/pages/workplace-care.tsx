import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { awayFrom } from "#platform/web/away.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Leave } from "#ui/leave.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { KOKORO, REACH_IN, spokenIn } from "../model/kokoro.messages.ts";
import { options } from "../model/prevention.messages.ts";
import { HotlineList } from "../parts/hotline-list.tsx";
import { readPublicPage } from "../support/public-page.queries.server.ts";
import { askCall } from "../workplaces/call.usecases.server.ts";
import type { Route } from "./+types/workplace-care";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  if (url.searchParams.has("leave")) throw awayFrom();
  const { app, actor } = requestOf(context);
  const { area, hotlines } = shown(await readPublicPage(app, actor, params));
  const sent = url.searchParams.has("sent");
  return { area, hotlines, sent, language: spokenIn(url), once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const sender = context.get(addressContext) || "unknown";
  const lang = spokenIn(url) === "en" ? "&lang=en" : "";
  const here = `/areas/${params.area}/workplace-care?sent${lang}`;
  return answerForm(request, [onTarget(app, actor, { ...params, sender })(askCall, () => here)]);
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

const NUMBERS = 3;

/** A card for a workplace: three numbers, what to do first, and one button that asks for a call without a topic. */
export default function WorkplaceCare({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { area, hotlines, sent, language, once } = loaderData;
  const { leave, other, card: say } = KOKORO[language];
  return (
    <div lang={language}>
      <PageHead title={say.title} lead={say.lead} />
      <p className="no-print">
        <TextLink to={language === "en" ? "?" : "?lang=en"}>{other}</TextLink>
      </p>
      <Section title={say.first}>
        <HotlineList {...{ hotlines, language }} most={NUMBERS} />
      </Section>
      <Section title={say.callTitle} lead={say.callLead}>
        {sent ? (
          <Notice kind="success" title={say.sent} language={language} />
        ) : (
          <CommandForm
            command="prevention-call.ask"
            answer={answer}
            once={once}
            submit={say.send}
            language={language}
            private
          >
            <TextField label={say.phone} name="phone" type="tel" autoComplete="tel" className="max-w-60" />
            <SelectField label={say.reach} name="reach" options={options(REACH_IN[language])} />
          </CommandForm>
        )}
        <p className="text-dns-14N-130">{say.kept}</p>
      </Section>
      <Section title={say.steps}>
        <ol className="list-decimal pl-6">
          {say.stepList.map((step) => (
            <li key={step} className="py-1">
              {step}
            </li>
          ))}
        </ol>
        <p className="no-print my-4">
          <TextLink to={`/areas/${area.slug}/ask`}>{say.supervise}</TextLink>
        </p>
      </Section>
      <Leave label={leave} />
    </div>
  );
}
