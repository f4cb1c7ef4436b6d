import { redirect } from "react-router";
import { onRow, onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { readList } from "#platform/lists/list.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Copied } from "#ui/copied.tsx";
import { answerFor } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { inviteAgain, inviteByForm, withdraw } from "../members/invitation.usecases.server.ts";
import { listMembers } from "../members/membership.usecases.server.ts";
import { MEMBERS } from "../membership.messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { MEMBER_LIST } from "../people/membership.present.ts";
import type { Route } from "./+types/members";
import { InviteForm, OpenInvitations } from "./invite-parts.tsx";
import { MemberList } from "./member-list.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/members");
  const view = shown(await listMembers(app, actor, { list: readList(MEMBER_LIST, url.searchParams) }));
  const day = (instant: Date) => showDateJa(plainDateIn(instant, "Asia/Tokyo"));
  const now = app.clock.now();
  return {
    ended: url.searchParams.get("done") === "ended",
    outbox: app.config.mode === "demonstration",
    members: view.members,
    invitations: view.invitations.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      organisation: one.organisation,
      role: ROLE_NAMES[one.role],
      until: one.expiresAt > now ? day(one.expiresAt) : MEMBERS.over,
    })),
    organisations: view.organisations.map(({ id, name }) => ({ value: id, label: name })),
    roles: view.roles.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
    letters: view.letters,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, {});
  const onOne = onRow(app, actor, {});
  return answerForm<Done>(request, [
    on(inviteByForm, (invited) => ({ done: "invited", ...invited })),
    onOne(inviteAgain, (invited) => ({ done: "invited", ...invited })),
    onOne(withdraw, () => ({ done: "withdrawn" })),
  ]);
}

type Done = Readonly<{ done: "invited"; link: string; mailed: boolean } | { done: "withdrawn" }>;

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const done = actionData && "done" in actionData ? actionData : undefined;
  // Its row may be there no more.
  const gone =
    answerFor(actionData, "member.invite-again") ?? answerFor(actionData, "member.withdraw-invitation");
  return (
    <>
      <PageHead title={MEMBERS.title} lead={MEMBERS.lead} />
      {done?.done === "invited" ? (
        <Notice kind="success" title={MEMBERS.invited}>
          <p>{MEMBERS.link}</p>
          <Copied text={done.link} />
          {done.mailed ? <p>{MEMBERS.mailed}</p> : null}
          {loaderData.outbox ? <TextLink to="/outbox">{MEMBERS.outbox}</TextLink> : null}
        </Notice>
      ) : null}
      {gone?.message ? <Notice kind="error" title={gone.message} /> : null}
      {loaderData.ended && !actionData ? <Notice kind="success" title={MEMBERS.ended} /> : null}
      {done?.done === "withdrawn" ? <Notice kind="success" title={MEMBERS.withdrawn} /> : null}
      <MemberList members={loaderData.members} />
      <OpenInvitations invitations={loaderData.invitations} />
      <InviteForm
        key={done?.done === "invited" ? done.link : ""}
        organisations={loaderData.organisations}
        roles={loaderData.roles}
        answer={actionData}
      />
      {loaderData.letters.map(({ slug, name }) => (
        <p key={slug} className="mt-4">
          <TextLink to={`/areas/${slug}/letters/identity`}>{`${MEMBERS.letters}（${name}）`}</TextLink>
        </p>
      ))}
    </>
  );
}
