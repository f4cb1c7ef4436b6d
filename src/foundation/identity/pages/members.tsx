import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { formOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { invite, withdraw } from "../members/invitations/usecases.server.ts";
import { MEMBERS } from "../members/messages.ts";
import { endMembership, membersOf } from "../members/usecases.server.ts";
import { ROLE_NAMES } from "../messages.ts";
import type { Route } from "./+types/members";
import { InviteForm, OpenInvitations } from "./invite-parts.tsx";
import { MemberList } from "./member-list.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/members");
  const query = url.searchParams;
  const text = query.get("q") ?? "";
  const view = shown(await membersOf(app, actor, { text, after: query.get("after") ?? undefined }));
  const day = (instant: Date) => showDateJa(plainDateIn(instant, "Asia/Tokyo"));
  return {
    text,
    after: view.after,
    own: actor.userId,
    members: view.members.map((member) => ({
      ...member,
      role: ROLE_NAMES[member.role],
      since: day(member.since),
    })),
    invitations: view.invitations.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      organisation: one.organisation,
      role: ROLE_NAMES[one.role],
      until: day(one.expiresAt),
    })),
    organisations: view.organisations.map(({ id, name }) => ({ value: id, label: name })),
    roles: view.roles.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const form = await formOf(request);
  const id = String(form.get("id") ?? "");
  switch (form.get("intent")) {
    case "invite": {
      const input = Object.fromEntries(form);
      const result = await invite(app, actor, input);
      if (result.ok) return data({ done: "invited", ...result.value } as const);
      const errors = result.error.kind === "invalid" ? result.error.fields : {};
      return data({ done: "invalid", errors, input } as const, { status: statusOf(result.error) });
    }
    case "withdraw": {
      const result = await withdraw(app, actor, id);
      return data({ done: result.ok ? "withdrawn" : "gone" } as const);
    }
    default: {
      const result = await endMembership(app, actor, id);
      if (result.ok) return data({ done: "ended" } as const);
      const own = result.error.kind === "conflict" ? result.error.message : MEMBERS.gone;
      return data({ done: "refused", message: own } as const, { status: statusOf(result.error) });
    }
  }
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={MEMBERS.title} lead={MEMBERS.lead} />
      {actionData?.done === "invited" ? (
        <Notice kind="success" title={MEMBERS.invited}>
          <p>{MEMBERS.link}</p>
          <p className="my-2 break-all">
            <code>{actionData.link}</code>
          </p>
          {actionData.mailed ? <p>{MEMBERS.mailed}</p> : null}
        </Notice>
      ) : null}
      {actionData?.done === "ended" ? <Notice kind="success" title={MEMBERS.ended} /> : null}
      {actionData?.done === "withdrawn" ? <Notice kind="success" title={MEMBERS.withdrawn} /> : null}
      {actionData?.done === "gone" ? <Notice kind="warning" title={MEMBERS.invitationGone} /> : null}
      {actionData?.done === "refused" ? <Notice kind="error" title={actionData.message} /> : null}
      <MemberList {...loaderData} />
      <OpenInvitations invitations={loaderData.invitations} />
      <InviteForm
        organisations={loaderData.organisations}
        roles={loaderData.roles}
        {...(actionData?.done === "invalid" ? { errors: actionData.errors, input: actionData.input } : {})}
      />
    </>
  );
}
