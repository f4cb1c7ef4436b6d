import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { CERTIFICATE } from "../after/certificate.messages.ts";
import { REPORT } from "../after/report.messages.ts";
import {
  cancelEvent,
  copyEvent,
  publishEvent,
  readEvent,
  removeEvent,
  settleSession,
  withdrawEvent,
} from "../catalogue/event.usecases.server.ts";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import { DOOR } from "../day/door.messages.ts";
import { spokenIn } from "../model/event.messages.ts";
import { EventFactsList, LineRules } from "../parts/event-facts.tsx";
import { EventSteps } from "../parts/event-steps.tsx";
import type { Route } from "./+types/event";

export async function loader({ context, params: { area, event: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(url.searchParams);
  return { ...shown(await readEvent(app, actor, { area, id, language })), language };
}

export async function action({ context, params: { area, event: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const place = shown(await readEvent(app, actor, { area, id })).area;
  const on = onTarget(app, actor, (input) => ({ area: place.id, id, session: String(input.session ?? "") }));
  const here = () => `/areas/${area}/events/${id}`;
  return answerForm(request, [
    ...[on(publishEvent, here), on(withdrawEvent, here), on(cancelEvent, here), on(settleSession, here)],
    on(copyEvent, (copy) => `/areas/${area}/events/${copy.id}/edit`),
    on(removeEvent, () => `/areas/${area}/events`),
  ]);
}

/** An event: what it is, how to sign up, and for the secretariat what can be done with it. */
export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const { event, over, open, full, signing, area, writes, language, structured } = loaderData;
  const text = EVENTS[language];
  const base = `/areas/${area.slug}/events`;
  const lang = language === "en" ? "?lang=en" : "";
  const signsUp = event.signsUp && open;
  return (
    <>
      <PageHead
        title={event.title}
        language={event.titleLanguage}
        place={area.name}
        lead={`${event.kind}・${signing}`}
        actions={
          <>
            {signsUp ? (
              <ButtonLink to={`${base}/${event.id}/sign-up${lang}`} kind={writes ? "secondary" : "primary"}>
                {full ? text.signUpWaiting : text.signUp}
              </ButtonLink>
            ) : null}
            {writes ? (
              <>
                {event.signsUp ? (
                  <ButtonLink to={`${base}/${event.id}/sign-ups`}>{text.signUps}</ButtonLink>
                ) : null}
                {event.state === "published" ? (
                  <>
                    <ButtonLink to={`${base}/${event.id}/door`}>{DOOR.title}</ButtonLink>
                    <ButtonLink to={`${base}/${event.id}/report`}>{REPORT.title}</ButtonLink>
                    {event.certificate === "none" ? null : (
                      <ButtonLink to={`${base}/${event.id}/certificates`}>{CERTIFICATE.title}</ButtonLink>
                    )}
                  </>
                ) : null}
                <ButtonLink to={`${base}/${event.id}/edit`}>{text.edit}</ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      {event.state === "cancelled" ? (
        <Notice kind="warning" title={text.off} language={language}>
          <p lang="ja">{event.cancelledWhy}</p>
        </Notice>
      ) : null}
      {event.summary ? (
        <p className="my-4 whitespace-pre-line" lang="ja">
          {event.summary}
        </p>
      ) : null}
      <EventFactsList event={event} language={language} />
      {event.state === "published" && !signsUp ? (
        <p className="my-4">{over ? text.ended : event.signsUp ? text.closed : text.noSignUp}</p>
      ) : null}
      <LineRules event={event} title={text.lineRules} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own, in which no tag can begin */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structured }} />
      {writes ? <EventSteps {...loaderData} answer={actionData} /> : null}
      <p className="my-8">
        <TextLink to={`${base}${lang}`}>{text.back}</TextLink>
      </p>
    </>
  );
}
