import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { receiveForm } from "#platform/files/upload.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { serviceOn } from "../offers/chisanpo/rules.ts";
import { INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { findPlace } from "../place/usecases.server.ts";
import { typedOf } from "../requests/asking/rules.ts";
import { doOn } from "../requests/doing/usecases.server.ts";
import { FORM_LIMITS } from "../requests/files/schema.ts";
import { STATUS_NAMES } from "../requests/messages.ts";
import { areasToPassTo } from "../requests/passing/usecases.server.ts";
import { may } from "../requests/rules.ts";
import { readRequest } from "../requests/view/usecases.server.ts";
import { showSlot } from "../visits/present.ts";
import type { Route } from "./+types/request";
import { AskPeople } from "./ask-people.tsx";
import { Attachments } from "./attachments.tsx";
import { Enquiries } from "./enquiries.tsx";
import { Passed, PassOn } from "./passing.tsx";
import { factsOf } from "./request-facts.tsx";
import { Changed, History } from "./request-history.tsx";
import { Otherwise, WaitsFor } from "./request-parts.tsx";
import { UndeliveredWorkplace } from "./undelivered.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor")
    throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const all = new URL(request.url).searchParams.has("all");
  const view = shown(await readRequest(app, actor, area.id, params.request, { all }));
  const today = app.clock.today();
  return {
    view,
    area: { slug: area.slug, name: area.name },
    service: serviceOn(view.request.service, today),
    today,
    passTo:
      view.manages && may(view.request.status, "pass")
        ? (await areasToPassTo(app, area.id)).map(({ id, name }) => ({ value: id, label: name }))
        : undefined,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const { form, ...files } = await receiveForm(request, FORM_LIMITS);
  const done = await doOn(app, actor, area.id, params.request, form, files);
  // What was taken over is a request of this area; what was handed back is none any more.
  if (done.ok)
    throw redirect(`/areas/${area.slug}/requests${done.value.areaId === area.id ? `/${done.value.id}` : ""}`);
  const fields = done.error.kind === "invalid" ? done.error.fields : {};
  const message =
    done.error.kind === "conflict"
      ? done.error.message
      : done.error.kind === "forbidden"
        ? "この操作はできません。"
        : undefined;
  return data(
    { typed: typedOf(form).text, fields, message: message ?? Object.values(fields)[0]?.[0] },
    { status: statusOf(done.error) },
  );
}

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, area, service, today } = loaderData;
  const { request } = view;
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  const what = service?.ja ?? (request.kind ? KIND_NAMES[request.kind].ja : "依頼");
  return (
    <>
      <PageHead
        title={`${request.workplace}　${request.size}人　${INDUSTRY_NAMES[request.industry].ja}　${view.town}`}
        lead={
          <span className="flex flex-wrap gap-x-4">
            <span>{topics ? `${what}「${topics}」` : what}</span>
            <strong>{STATUS_NAMES[request.status].ja}</strong>
            <span>{`受付 ${showDateJa(request.madeOn)}`}</span>
            {request.returning ? <span>以前にも依頼あり</span> : <span>はじめての事業所</span>}
          </span>
        }
      />
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {view.manages ? <Changed view={view} /> : null}
      <Passed view={view} errors={actionData?.fields ?? {}} typed={actionData?.typed ?? {}} />
      {view.undelivered.workplace ? (
        <UndeliveredWorkplace mail={view.undelivered.workplace} phone={request.phone} />
      ) : null}
      {request.fixed ? (
        <p className="my-4 text-std-20B-160">{`決まった日 ${showSlot(request.fixed)}`}</p>
      ) : null}
      <WaitsFor waiting={view.waitingFor} />
      <Enquiries view={view} today={today} errors={actionData?.fields ?? {}} />
      {view.manages ? <AskPeople view={view} today={today} /> : null}
      <Section title="依頼の内容">
        <Facts items={factsOf(view, service)} />
      </Section>
      <Attachments
        base={`/areas/${area.slug}/requests/${request.id}`}
        files={view.files}
        adds={view.manages && may(request.status, "attach")}
        removes={() => view.manages && may(request.status, "detach")}
        errors={actionData?.fields.files}
      />
      <Otherwise view={view}>
        {loaderData.passTo ? (
          <PassOn to={loaderData.passTo} errors={actionData?.fields ?? {}} typed={actionData?.typed ?? {}} />
        ) : null}
      </Otherwise>
      <History events={view.events} />
      <p className="mt-8 text-dns-14N-130">{area.name}</p>
    </>
  );
}
