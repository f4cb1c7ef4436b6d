import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { takeOfferedPlace } from "../capacity/waiting/usecases.server.ts";
import type { Language } from "../offers/messages.ts";
import { rateByLink } from "../reports/usecases.server.ts";
import { RECEIPT } from "../requests/receipt/messages.ts";
import { readReceipt, takeService } from "../requests/receipt/usecases.server.ts";
import { may } from "../requests/rules.ts";
import { withdrawByLink } from "../visits/ending/usecases.server.ts";
import type { Route } from "./+types/receipt";
import { Feedback, NextServices, ReceiptFacts } from "./receipt-parts.tsx";

const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const view = await readReceipt(requestOf(context).app, params.token);
  const language = view.ok && view.value.request.language === "en" ? "en" : languageOf(url);
  const base = {
    language,
    sent: url.searchParams.has("sent"),
    withdrawn: url.searchParams.has("withdrawn"),
    token: params.token,
  };
  return view.ok
    ? data({ ...base, view: view.value })
    : data({ ...base, view: undefined }, { status: base.withdrawn ? 200 : 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const query = languageOf(new URL(request.url)) === "en" ? "&lang=en" : "";
  const run = {
    withdraw: () => withdrawByLink(app, params.token),
    take: () => takeOfferedPlace(app, params.token),
    rate: () =>
      rateByLink(app, params.token, {
        rating: text("rating"),
        useful: text("useful"),
        again: text("again") === "yes",
      }),
    service: () =>
      takeService(app, params.token, {
        service: text("service"),
        checkupOn: text("checkup_on"),
        appliedOn: text("applied_on"),
      }),
  }[text("do")];
  if (!run) throw data(null, { status: 400 });
  const done = await run();
  if (!done.ok) {
    const errors = done.error.kind === "invalid" ? done.error.fields : {};
    const message = done.error.kind === "conflict" ? done.error.message : undefined;
    return data(
      { did: text("do"), service: text("service"), errors, message },
      { status: statusOf(done.error) },
    );
  }
  if ("token" in done.value) throw redirect(`/r/${done.value.token}?sent=1${query}`);
  throw redirect(`/r/${params.token}?${text("do") === "withdraw" ? "withdrawn=1" : "done=1"}${query}`);
}

export default function Receipt({ loaderData, actionData }: Route.ComponentProps) {
  const { view, language, sent, withdrawn } = loaderData;
  const text = RECEIPT[language];
  if (!view)
    return (
      <PageHead title={withdrawn ? text.withdrawn : text.dead} lead={withdrawn ? undefined : text.deadLead} />
    );
  const { request } = view;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${view.area.name}`} />
      {sent ? (
        <Notice kind="success" title={text.sent}>
          {text.keep}
        </Notice>
      ) : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      <ReceiptFacts view={view} language={language} />
      {request.fixed && request.status === "fixed" ? (
        <p className="my-4">
          <ButtonLink to={`/r/${loaderData.token}/visit.ics`} reload>
            {text.calendar}
          </ButtonLink>
        </p>
      ) : null}
      {view.offeredUntil ? (
        <Section title={text.place}>
          <OnceForm submit={text.take}>
            <input type="hidden" name="do" value="take" />
          </OnceForm>
        </Section>
      ) : null}
      {may(request.status, "rate") ? (
        <Feedback given={view.feedback} errors={errors} language={language} />
      ) : null}
      <NextServices
        services={view.services}
        failed={actionData?.did === "service" ? actionData.service : undefined}
        errors={errors}
        language={language}
      />
      {may(request.status, "withdraw") ? (
        <Section title={text.withdraw} lead={text.withdrawLead}>
          <p className="mb-3">{text.change}</p>
          <OnceForm submit={text.withdraw} kind="danger">
            <input type="hidden" name="do" value="withdraw" />
          </OnceForm>
        </Section>
      ) : null}
    </div>
  );
}
