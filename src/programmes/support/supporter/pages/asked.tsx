import { onTarget } from "#foundation/authority/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { STATE_NAMES } from "../../model/enquiry.messages.ts";
import { KIND_NAMES } from "../../model/offer.messages.ts";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import { StaffAnswer } from "../../parts/staff-answer.tsx";
import { answerEnquiry } from "../../requests/answer.commands.server.ts";
import { listAsked } from "../../requests/inbox.queries.server.ts";
import { CALENDAR } from "../calendar-feed.messages.ts";
import type { Route } from "./+types/asked";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const rows = shown(await listAsked(app, actor, { area: area.id }));
  return { rows, area: { slug: area.slug, name: area.name } };
}

export async function action(args: Route.ActionArgs) {
  const { request } = args;
  const { app, actor, area } = await inPlace(args);
  const on = onTarget(app, actor, (input) => ({
    ...{ area: area.id, id: String(input.request), enquiry: String(input.enquiry) },
  }));
  return answerForm(request, [on(answerEnquiry, () => `/areas/${area.slug}/asked`)]);
}

/** What a supporter who is signed in was asked. */
export default function Asked({ loaderData: { rows, area }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`打診を受けた依頼　${area.name}`}
        lead="行けるかどうかの回答を待っているものと、これまでのものです。"
      />
      <NotDone answer={actionData} />
      {rows.length === 0 ? (
        <Empty title="打診を受けた依頼はありません">事務局から打診があると、ここに表示されます。</Empty>
      ) : null}
      <ul>
        {rows.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-200 py-3">
            <TextLink
              to={`/areas/${area.slug}/requests/${one.requestId}`}
            >{`${one.number}　${KIND_NAMES[one.kind].ja}`}</TextLink>
            <span className="ml-4">{STATE_NAMES[one.state]}</span>
            {one.state === "open" && one.deadline ? (
              <span className="ml-4">{`期限 ${showDateJa(one.deadline)}`}</span>
            ) : null}
            {one.slots.length > 0 ? (
              <StaffAnswer
                one={one}
                request={one.requestId}
                slots={one.slots}
                clashes={one.clashes}
                answer={forForms(actionData)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <p className="mt-8">
        <TextLink to={`/areas/${area.slug}/calendar`}>{CALENDAR.asked}</TextLink>
      </p>
    </>
  );
}
