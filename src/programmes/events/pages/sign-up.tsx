import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import { NEED_NAMES, optionsOf, spokenIn } from "../model/event.messages.ts";
import { EventFactsList, LineRules } from "../parts/event-facts.tsx";
import { makeSignUp } from "../signups/sign-up.commands.server.ts";
import { SIGN_UP_FORM } from "../signups/sign-up.messages.ts";
import { readSignUpForm } from "../signups/sign-up.queries.server.ts";
import type { Route } from "./+types/sign-up";

export async function loader({ context, params: { area, event: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const form = shown(await readSignUpForm(app, actor, { area, id, language }));
  return { ...form, language, once: newId() as string };
}

export async function action({ context, params: { area, event: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(new URL(request.url).searchParams);
  const sender = context.get(addressContext) || "unknown";
  const on = onTarget(app, actor, { area, id, language, sender });
  const lang = language === "en" ? "&lang=en" : "";
  return answerForm(request, [on(makeSignUp, ({ token }) => `/es/${token}?sent=1${lang}`)]);
}

/** Whoever wants to come says so, alone or for several; no account is needed, and of a salon no name. */
export default function SignUpPage({ loaderData, actionData }: Route.ComponentProps) {
  const { event, area, questions, refused, waits, values, language, once } = loaderData;
  const text = SIGN_UP_FORM[language];
  const lang = language === "en" ? "?lang=en" : "";
  const optional = { optional: true, unmarked: true } as const;
  const named = event.naming === "name";
  const sizes = [
    { value: "under_50", label: text.under50 },
    { value: "from_50", label: text.from50 },
  ];
  return (
    <div className="max-w-2xl">
      <PageHead
        title={text.title}
        place={<span lang={event.titleLanguage}>{event.title}</span>}
        lead={text.lead}
      />
      <EventFactsList event={event} language={language} />
      {refused && refused !== "many" ? (
        <Empty title={text[refused]} />
      ) : (
        <>
          {waits ? <Notice kind="info" title={text.full} language={language} /> : null}
          <LineRules event={event} title={text.lineRules} />
          <CommandForm
            command="event-sign-up.make"
            answer={actionData}
            values={{ seats: "1", ...values }}
            once={once}
            submit={waits ? text.submitWaiting : text.submit}
            language={language}
            labels={text as unknown as Record<string, string>}
            marksRequired
          >
            <CountField label={text.seats} name="seats" />
            {named ? (
              <>
                <TextField
                  label={text.workplace}
                  name="workplace"
                  autoComplete="organization"
                  {...optional}
                />
                <SelectField label={text.size} name="size" options={sizes} empty="" {...optional} />
                <TextField label={text.contact} name="contact" autoComplete="name" />
                <TextArea label={text.names} hint={text.namesHint} name="names" rows={4} {...optional} />
              </>
            ) : event.naming === "nickname" ? (
              <TextField label={text.nickname} hint={text.nicknameHint} name="contact" />
            ) : null}
            <TextField label={text.phone} name="phone" type="tel" autoComplete="tel" {...optional} />
            <TextField label={text.email} name="email" type="email" autoComplete="email" {...optional} />
            <ChoiceField
              label={text.needs}
              name="needs"
              type="checkbox"
              options={optionsOf(NEED_NAMES, language)}
            />
            {questions.map((question, n) => (
              <TextField key={question} label={question} name={`answer${n}`} {...optional} />
            ))}
            <TextArea label={text.note} name="note" rows={3} most={500} {...optional} />
            <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
              <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
            </div>
            <p className="my-4 text-dns-14N-130">{text.privacy}</p>
          </CommandForm>
        </>
      )}
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/events${lang}`}>{EVENTS[language].back}</TextLink>
      </p>
    </div>
  );
}
