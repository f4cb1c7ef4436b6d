import { data, redirect } from "react-router";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { receiveForm } from "#platform/files/upload.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { readWaiting } from "../capacity/waiting/usecases.server.ts";
import { officesIn } from "../office/usecases.server.ts";
import { readAfter } from "../reports/after/usecases.server.ts";
import { rateOwn } from "../reports/usecases.server.ts";
import { languageOf } from "../requests/asking/rules.ts";
import { FORM_LIMITS } from "../requests/files/schema.ts";
import { attachOwn, detachOwn } from "../requests/files/usecases.server.ts";
import { claim, mayClaim } from "../requests/own/usecases.server.ts";
import { RECEIPT } from "../requests/receipt/messages.ts";
import { codeOf, readReceipt, takeService } from "../requests/receipt/usecases.server.ts";
import { may, wantsFiles } from "../requests/rules.ts";
import { withdrawOwn } from "../visits/ending/usecases.server.ts";
import type { Route } from "./+types/receipt";
import { Attachments } from "./attachments.tsx";
import { DeadLink, OfficeContact } from "./office.tsx";
import { Feedback, NextServices } from "./receipt-after.tsx";
import { elsewhereFor, ownKey } from "./receipt-key.tsx";
import { laterSteps } from "./receipt-later.tsx";
import { NextSteps } from "./receipt-next.tsx";
import { Address, Claim, ReceiptFacts, Ways, Withdraw } from "./receipt-parts.tsx";
import { WaitingPart } from "./receipt-waiting.tsx";
import { OwnMail } from "./undelivered.tsx";

export async function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  const { app, key, base, linked } = await ownKey(args);
  const view = await readReceipt(app, key);
  const language = languageOf(url);
  // Letters lead here without a language; the frame of the page speaks the one in its address.
  if (view.ok && view.value.request.language === "en" && language !== "en")
    throw redirect(`${url.pathname}?${new URLSearchParams([...url.searchParams, ["lang", "en"]])}`);
  const shared = {
    language,
    base,
    news: ["sent", "changed", "withdrawn", "done"].find((one) => url.searchParams.has(one)),
  };
  if (!view.ok) {
    return data(
      { ...shared, elsewhere: await elsewhereFor(app, key) },
      { status: shared.news === "withdrawn" ? 200 : 404 },
    );
  }
  const { actor } = requestOf(args.context);
  const claimable = typeof key === "string" && shown(await mayClaim(app, actor, key));
  const code = linked ? await codeOf(`${app.config.origin}${base}`) : undefined;
  const waiting = shown(await readWaiting(app, key));
  const after = shown(await readAfter(app, key));
  const again = `/areas/${view.value.area.slug}/ask?again=${base.split("/").at(-1)}`;
  const offices = await officesIn(app, view.value.request.areaId);
  return data({ ...shared, view: view.value, waiting, after, again, claimable, code, offices });
}

export async function action(args: Route.ActionArgs) {
  const { app, key, base, pageOf } = await ownKey(args);
  const { form, ...files } = await receiveForm(args.request, FORM_LIMITS);
  const text = (name: string) => String(form.get(name) ?? "");
  const query = languageOf(new URL(args.request.url)) === "en" ? "&lang=en" : "";
  const run = {
    withdraw: () => withdrawOwn(app, key),
    ...laterSteps(app, key, text),
    claim: () => claim(app, requestOf(args.context).actor, String(key)),
    attach: () => attachOwn(app, key, files, args.context.get(addressContext) || "unknown"),
    detach: () => detachOwn(app, key, text("file")),
    rate: () =>
      rateOwn(app, key, {
        rating: text("rating"),
        useful: text("useful"),
        again: text("again") === "yes",
      }),
    service: () =>
      takeService(app, key, {
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
  if ("token" in done.value) throw redirect(`${pageOf(done.value)}?sent=1${query}`);
  throw redirect(`${base}?${text("do") === "withdraw" ? "withdrawn=1" : "done=1"}${query}`);
}

export default function Receipt({ loaderData, actionData }: Route.ComponentProps) {
  const { language, news, base } = loaderData;
  const text = RECEIPT[language];
  if (!("view" in loaderData)) {
    const said = news === "withdrawn" ? { title: text.withdrawn } : { title: text.dead, lead: text.deadLead };
    return <DeadLink {...said} asks elsewhere={loaderData.elsewhere} language={language} />;
  }
  const { view } = loaderData;
  const { request } = view;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${view.area.name}`} actions={<PrintButton label={text.print} />} />
      {news === "sent" ? (
        <Notice kind="success" title={text.sent} language={language}>
          {loaderData.code ? text.keep : null}
        </Notice>
      ) : null}
      {news === "changed" ? <Notice kind="success" title={text.saved} language={language} /> : null}
      {news === "withdrawn" ? <Notice kind="success" title={text.withdrawn} language={language} /> : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} language={language} /> : null}
      <OwnMail mail={view.undelivered} language={language} />
      <ReceiptFacts view={view} language={language} />
      <WaitingPart waiting={loaderData.waiting} language={language} />
      <Ways view={view} base={base} language={language} />
      <Attachments
        {...{ base, language, files: view.files }}
        adds={wantsFiles(request.status)}
        removes={(file) => file.byWorkplace && may(request.status, "detach")}
        errors={errors.files}
      />
      {may(request.status, "rate") ? (
        <Feedback given={view.feedback} errors={errors} language={language} />
      ) : null}
      {loaderData.after ? (
        <NextSteps
          {...{ language, after: loaderData.after, again: loaderData.again }}
          errors={errors.remindOn}
        />
      ) : null}
      <NextServices
        services={view.services}
        failed={actionData?.did === "service" ? actionData.service : undefined}
        errors={errors}
        language={language}
      />
      <OfficeContact offices={loaderData.offices} language={language} />
      {loaderData.code ? <Address code={loaderData.code} language={language} /> : null}
      {loaderData.claimable ? <Claim language={language} /> : null}
      {may(request.status, "withdraw") ? <Withdraw language={language} /> : null}
    </div>
  );
}
