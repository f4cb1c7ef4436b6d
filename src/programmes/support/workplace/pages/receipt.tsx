import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { may, wantsFiles } from "../../model/request.rules.ts";
import { languageOf } from "../../model/request-form.rules.ts";
import { officesIn } from "../../office/office.queries.server.ts";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { RequestFiles } from "../../parts/attachments.tsx";
import { DeadLink, OfficeContact } from "../../parts/office.tsx";
import { OwnMail } from "../../parts/undelivered.tsx";
import { claimTarget, mayClaim } from "../../requests/own-request.usecases.server.ts";
import { readWaiting } from "../../requests/waiting.usecases.server.ts";
import { AFTER_TEXTS } from "../after-visit.messages.ts";
import { RECEIPT } from "../receipt.messages.ts";
import { codeOf, readReceipt } from "../receipt.usecases.server.ts";
import type { Route } from "./+types/receipt";
import { answerReceipt } from "./receipt-action.tsx";
import { Address } from "./receipt-address.tsx";
import { Feedback, NextServices } from "./receipt-after.tsx";
import { ownDoor } from "./receipt-key.tsx";
import { NextSteps } from "./receipt-next.tsx";
import { Claim, ReceiptFacts, ReceiptHead, Ways, Withdraw } from "./receipt-parts.tsx";
import { Steps } from "./receipt-steps.tsx";
import { WaitingPart } from "./receipt-waiting.tsx";

export async function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  const { app, own, base, linked, elsewhere } = await ownDoor(args);
  const view = own.ok ? await readReceipt(app, own.value.actor, own.value.target) : own;
  const language = languageOf(url);
  // Letters lead here without a language; the frame of the page speaks the one in its address.
  if (view.ok && view.value.request.language === "en" && language !== "en")
    throw redirect(`${url.pathname}?${new URLSearchParams([...url.searchParams, ["lang", "en"]])}`);
  const shared = {
    language,
    base,
    news: ["sent", "changed", "same", "withdrawn", "done"].find((one) => url.searchParams.has(one)),
  };
  if (!own.ok || !view.ok) return data({ ...shared, elsewhere: await elsewhere() }, { status: 404 });
  const { actor, target } = own.value;
  const claim =
    actor.kind === "holder" ? await claimTarget(app, requestOf(args.context).actor, actor) : undefined;
  const claimable = claim ? shown(await mayClaim(app, actor, claim)) : false;
  const address = `${app.config.origin}${base}`;
  const code = linked ? { address, picture: await codeOf(address) } : undefined;
  const waiting = shown(await readWaiting(app, actor, target));
  const again = `/areas/${view.value.area.slug}/ask?again=${base.split("/").at(-1)}`;
  const offices = await officesIn(app, view.value.request.areaId);
  return data({ ...shared, view: view.value, waiting, again, claimable, code, offices });
}

export const action = (args: Route.ActionArgs) => answerReceipt(args);

export default function Receipt({ loaderData, actionData }: Route.ComponentProps) {
  const { language, base } = loaderData;
  // What was done before is no news any more beside what was not done now.
  const news = actionData ? undefined : loaderData.news;
  const text = RECEIPT[language];
  if (!("view" in loaderData)) {
    const said = { title: text.dead, lead: text.deadLead };
    return <DeadLink {...said} asks elsewhere={loaderData.elsewhere} language={language} />;
  }
  const { view } = loaderData;
  const { request } = view;
  const answer = forForms(actionData);
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${view.area.name}`} actions={<PrintButton label={text.print} />} />
      {news === "sent" ? (
        <Notice kind="success" title={text.sent} language={language}>
          {[
            ...(request.email ? [text.copied(request.email)] : []),
            ...(loaderData.code ? [text.keep] : []),
          ].join(language === "en" ? " " : "")}
        </Notice>
      ) : null}
      {news === "changed" ? <Notice kind="success" title={text.saved} language={language} /> : null}
      {news === "same" ? <Notice title={text.unchanged} language={language} /> : null}
      {news === "withdrawn" ? <Notice kind="success" title={text.withdrawn} language={language} /> : null}
      <NotDone answer={actionData} language={language} />
      <OwnMail mail={view.undelivered} language={language} />
      <ReceiptHead view={view} language={language} />
      <Ways view={view} base={base} language={language} />
      {request.status === "withdrawn" || request.status === "unmet" ? (
        <p className="my-6">
          <ButtonLink to={loaderData.again} kind="primary">
            {AFTER_TEXTS[language].again}
          </ButtonLink>
        </p>
      ) : null}
      <Steps steps={view.steps} language={language} />
      <WaitingPart waiting={loaderData.waiting} answer={answer} language={language} />
      <OfficeContact offices={loaderData.offices} language={language} />
      <ReceiptFacts view={view} language={language} />
      <RequestFiles
        {...{ base, language, answer, files: view.files }}
        adds={wantsFiles(request.status) ? "receipt.attach" : undefined}
        removes={may(request.status, "detach") ? "receipt.detach" : undefined}
        own
      />
      {may(request.status, "rate") ? (
        <Feedback rated={view.rated} answer={answer} language={language} />
      ) : null}
      {view.after ? (
        <NextSteps
          {...{ language, answer, after: view.after, again: loaderData.again, area: view.area.slug }}
        />
      ) : null}
      <NextServices services={view.services} answer={answer} language={language} />
      {loaderData.code ? <Address code={loaderData.code} language={language} /> : null}
      {loaderData.claimable ? <Claim answer={answer} language={language} /> : null}
      {may(request.status, "withdraw") ? <Withdraw answer={answer} language={language} /> : null}
    </div>
  );
}
