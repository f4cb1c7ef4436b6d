import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { chosenId, formOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { CALENDAR } from "../calendar/feed/messages.ts";
import { STATE_NAMES } from "../enquiries/messages.ts";
import { KIND_NAMES } from "../offers/messages.ts";
import { findPlace } from "../place/usecases.server.ts";
import { doOn } from "../requests/doing/usecases.server.ts";
import { askedOfMe } from "../requests/inbox/usecases.server.ts";
import { readRequest } from "../requests/view/usecases.server.ts";
import type { Route } from "./+types/asked";
import { StaffAnswer } from "./request-parts.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor")
    throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const asked = await askedOfMe(app, actor, area.id);
  const rows = await Promise.all(
    asked.map(async (one) => {
      const view = ["open", "answered"].includes(one.state)
        ? await readRequest(app, actor, area.id, one.requestId)
        : undefined;
      return {
        one,
        slots: view?.ok ? view.value.request.slots : [],
        deadline: one.deadline ? plainDateIn(one.deadline, "Asia/Tokyo") : null,
      };
    }),
  );
  return { rows, area: { slug: area.slug, name: area.name } };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const form = await formOf(request);
  const done = await doOn(app, actor, area.id, chosenId({ id: String(form.get("request") ?? "") }), form);
  if (done.ok) throw redirect(`/areas/${area.slug}/asked`);
  return data(
    {
      message:
        done.error.kind === "conflict" ? done.error.message : "答えを確かめて、もう一度送ってください。",
    },
    { status: statusOf(done.error) },
  );
}

/** What a supporter who is signed in was asked. */
export default function Asked({ loaderData: { rows, area }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`たずねられた依頼　${area.name}`}
        lead="行けるかどうかの返事を待っているものと、これまでのものです。"
      />
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {rows.length === 0 ? (
        <Empty title="たずねられた依頼はありません">事務局から打診があると、ここに出ます。</Empty>
      ) : null}
      <ul>
        {rows.map(({ one, slots, deadline }) => (
          <li key={one.id} className="border-b border-solid-gray-200 py-3">
            <TextLink
              to={`/areas/${area.slug}/requests/${one.requestId}`}
            >{`${one.number}　${KIND_NAMES[one.kind].ja}`}</TextLink>
            <span className="ml-4">{STATE_NAMES[one.state]}</span>
            {one.state === "open" && deadline ? (
              <span className="ml-4">{`期限 ${showDateJa(deadline)}`}</span>
            ) : null}
            {slots.length > 0 ? <StaffAnswer one={one} slots={slots} /> : null}
          </li>
        ))}
      </ul>
      <p className="mt-8">
        <TextLink to={`/areas/${area.slug}/calendar`}>{CALENDAR.asked}</TextLink>
      </p>
    </>
  );
}
