import { data, redirect } from "react-router";
import { requestOf, sessionContext } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { accept, readInvitation } from "../members/invitations/usecases.server.ts";
import { INVITATION } from "../members/messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { PASSWORD_HINT } from "../password/messages.ts";
import { callerOf } from "../request.server.ts";
import type { Route } from "./+types/invitation";

export async function loader({ context, params }: Route.LoaderArgs) {
  const invitation = await readInvitation(requestOf(context).app, params.token);
  if (!invitation) return data({ invitation: undefined }, { status: 404 });
  const { organisation, role, name, email, known } = invitation;
  const signedIn = context.get(sessionContext)?.email;
  const way = !known ? "new" : signedIn === undefined ? "sign-in" : signedIn === email ? "accept" : "other";
  const back = `/invitation/${params.token}`;
  return data({ invitation: { organisation, role: ROLE_NAMES[role], name, email, way, back } as const });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await formOf(request);
  const name = String(form.get("name") ?? "");
  const result = await accept(
    requestOf(context).app,
    callerOf({ context, request }),
    context.get(sessionContext),
    params.token,
    { name, password: String(form.get("password") ?? "") },
  );
  if (result.ok) throw redirect("/today", { headers: result.value?.headers ?? new Headers() });
  const errors = result.error.kind === "invalid" ? result.error.fields : {};
  return data({ errors, name }, { status: statusOf(result.error) });
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
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
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
          <ButtonLink kind="primary" to={`/sign-in?next=${encodeURIComponent(invitation.back)}`}>
            {INVITATION.signIn}
          </ButtonLink>
        </>
      ) : null}
      {invitation.way === "other" ? <Notice kind="warning" title={INVITATION.other} /> : null}
      {invitation.way === "accept" ? <OnceForm submit={INVITATION.accept} busy={INVITATION.busy} /> : null}
      {invitation.way === "new" ? (
        <OnceForm submit={INVITATION.accept} busy={INVITATION.busy}>
          <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
          <TextField
            label={INVITATION.name}
            name="name"
            autoComplete="name"
            defaultValue={actionData?.name ?? invitation.name}
            errors={errors.name}
          />
          <TextField
            label={INVITATION.password}
            hint={PASSWORD_HINT}
            name="password"
            type="password"
            autoComplete="new-password"
            errors={errors.password}
          />
        </OnceForm>
      ) : null}
    </>
  );
}
