import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf, sessionContext } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { accept, readInvitation } from "../members/invitation.usecases.server.ts";
import { joining } from "../members/joining.usecases.server.ts";
import { INVITATION } from "../membership.messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { PASSWORD_HINT } from "../password/password.messages.ts";
import { callerOf } from "../request.server.ts";
import { RESET } from "../sign-in/reset.messages.ts";
import type { Route } from "./+types/invitation";

/** For staff, in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, "invitation");
  const read = opened.ok
    ? await readInvitation(app, opened.value.holder, { id: opened.value.link.subject })
    : opened;
  if (!read.ok) return data({ invitation: undefined }, { status: 404 });
  const { invitation, known } = read.value;
  const { organisation, role, name, email } = invitation;
  const signedIn = context.get(sessionContext)?.email;
  const way = !known ? "new" : signedIn === undefined ? "sign-in" : signedIn === email ? "accept" : "other";
  const back = `/invitation/${params.token}`;
  return data({ invitation: { organisation, role: ROLE_NAMES[role], name, email, way, back } as const });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, "invitation");
  if (!opened.ok) return data(null, { status: 404 });
  const { link, holder } = opened.value;
  const user = context.get(sessionContext)?.userId ?? "";
  const on = onTarget(app, holder, { id: link.subject, user });
  return answerForm(
    request,
    [
      on(accept, () => "/today"),
      on(joining(callerOf({ context, request })), (headers) => redirect("/today", { headers })),
    ],
    { secret: ["password"] },
  );
}

export default function AcceptInvitation({ loaderData: { invitation }, actionData }: Route.ComponentProps) {
  if (!invitation) {
    return (
      <>
        <PageHead title={INVITATION.gone} lead={INVITATION.goneLead} />
        <ButtonLink to="/sign-in">{INVITATION.signIn}</ButtonLink>
      </>
    );
  }
  const form = { answer: actionData, submit: INVITATION.accept, busy: INVITATION.busy };
  return (
    <>
      <PageHead title={INVITATION.title} lead={invitation.way === "new" ? INVITATION.lead : undefined} />
      <Facts
        items={[
          { name: INVITATION.organisation, value: invitation.organisation },
          { name: INVITATION.role, value: invitation.role },
          { name: INVITATION.email, value: invitation.email },
        ]}
      />
      {invitation.way === "sign-in" ? (
        <>
          <p className="my-4">{INVITATION.known}</p>
          <p className="flex flex-wrap items-center gap-6">
            <ButtonLink kind="primary" to={`/sign-in?next=${encodeURIComponent(invitation.back)}`}>
              {INVITATION.signIn}
            </ButtonLink>
            <TextLink to="/sign-in/reset">{RESET.link}</TextLink>
          </p>
        </>
      ) : null}
      {invitation.way === "other" ? <Notice kind="warning" title={INVITATION.other} /> : null}
      {invitation.way === "accept" ? <CommandForm {...form} command="member.accept" /> : null}
      {invitation.way === "new" ? (
        <CommandForm
          {...form}
          command="member.join"
          values={{ name: invitation.name }}
          labels={{ name: INVITATION.name, password: INVITATION.password }}
        >
          <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
          <TextField label={INVITATION.name} name="name" autoComplete="name" />
          <TextField
            label={INVITATION.password}
            hint={PASSWORD_HINT}
            name="password"
            type="password"
            autoComplete="new-password"
          />
        </CommandForm>
      ) : null}
    </>
  );
}
