import { whoLookedAt } from "#foundation/authority/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { serviceOn } from "../../model/chisanpo.rules.ts";
import { INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { STATUS_NAMES } from "../../model/request.messages.ts";
import { may } from "../../model/request.rules.ts";
import { showSlot } from "../../model/visit.present.ts";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { RequestFiles } from "../../parts/attachments.tsx";
import { signedInPlace } from "../../parts/place.tsx";
import { Otherwise, WaitsFor } from "../../parts/request-parts.tsx";
import { UndeliveredWorkplace } from "../../parts/undelivered.tsx";
import { readRequest } from "../../requests/request-view.queries.server.ts";
import { listNeighbours } from "../passing.usecases.server.ts";
import type { Route } from "./+types/request";
import { AskPeople } from "./ask-people.tsx";
import { Enquiries } from "./enquiries.tsx";
import { Passed, PassOn } from "./passing.tsx";
import { answerRequest } from "./request-action.tsx";
import { factsOf } from "./request-facts.tsx";
import { Changed, History } from "./request-history.tsx";
import { JustDone, Mails, TellByPhone } from "./request-told.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { params, request } = args;
  const { app, actor, area } = await signedInPlace(args);
  const all = new URL(request.url).searchParams.has("all");
  const view = shown(await readRequest(app, actor, { area: area.id, id: params.request, all }));
  const today = app.clock.today();
  return {
    view,
    area: { slug: area.slug, name: area.name },
    looked: whoLookedAt(actor, { type: "request", id: params.request, area: area.id }),
    service: serviceOn(view.request.service, today),
    today,
    // Only a demonstration has an outbox to look into.
    outbox: app.config.mode === "demonstration",
    passTo:
      view.manages && may(view.request.status, "pass")
        ? shown(await listNeighbours(app, actor, { area: area.id })).map(({ id, name }) => ({
            ...{ value: id, label: name },
          }))
        : undefined,
  };
}

export const action = (args: Route.ActionArgs) => answerRequest(args);

/** The visit took place: on the day that was reported. */
const HAPPENED: readonly string[] = ["held", "reported", "closed"];

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, area, service, today, looked } = loaderData;
  const { request } = view;
  const answer = forForms(actionData);
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
            {request.cameBefore ? <span>以前にも依頼あり</span> : <span>新規の事業所</span>}
          </span>
        }
        actions={looked ? <ButtonLink to={looked.to}>{looked.label}</ButtonLink> : null}
      />
      <NotDone answer={actionData} />
      <JustDone {...{ view, answer }} />
      <TellByPhone {...{ view, answer }} />
      {view.manages ? <Changed {...{ view, answer }} /> : null}
      <Passed {...{ view, answer }} />
      {view.undelivered.workplace ? (
        <UndeliveredWorkplace mail={view.undelivered.workplace} phone={view.contact.phone} />
      ) : null}
      {request.fixed ? (
        <p className="my-4 text-std-20B-160">{`${HAPPENED.includes(request.status) ? "実施日" : "予定日"} ${HAPPENED.includes(request.status) && view.report ? showDateJa(view.report.heldOn) : showSlot(request.fixed)}`}</p>
      ) : null}
      <WaitsFor waiting={view.waitingFor} />
      <Enquiries {...{ view, answer, today }} />
      {view.manages ? <AskPeople {...{ view, answer }} /> : null}
      <Section title="依頼の内容">
        <Facts items={factsOf(view, service)} />
      </Section>
      <RequestFiles
        base={`/areas/${area.slug}/requests/${request.id}`}
        files={view.files}
        answer={answer}
        adds={view.manages && may(request.status, "attach") ? "request.attach" : undefined}
        removes={view.manages && may(request.status, "detach") ? "request.detach" : undefined}
      />
      <Otherwise {...{ view, answer }}>
        {loaderData.passTo ? <PassOn to={loaderData.passTo} answer={answer} /> : null}
      </Otherwise>
      <Mails view={view} outbox={loaderData.outbox} />
      <History events={view.events} />
      <p className="mt-8 text-dns-14N-130">{area.name}</p>
    </>
  );
}
