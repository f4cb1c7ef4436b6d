import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { PASSWORD_HINT } from "../password/password.messages.ts";
import { callerOf } from "../request.server.ts";
import { makingAccount, NEW_ACCOUNT, readNew } from "../sign-in/sign-up.usecases.server.ts";
import { SIGN_UP } from "../sign-up.messages.ts";
import type { Route } from "./+types/sign-up-account";

export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, NEW_ACCOUNT);
  const read = opened.ok
    ? await readNew(app, opened.value.holder, { user: opened.value.link.subject })
    : opened;
  return read.ok ? data({ email: read.value.email }) : data({ email: undefined }, { status: 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, NEW_ACCOUNT);
  if (!opened.ok) return data(null, { status: 404 });
  const { link, holder } = opened.value;
  const on = onTarget(app, holder, { user: link.subject });
  return answerForm(
    request,
    [on(makingAccount(callerOf({ context, request })), (headers) => redirect("/health-file", { headers }))],
    { secret: ["password"] },
  );
}

export default function SignUpAccount({ loaderData: { email }, actionData }: Route.ComponentProps) {
  if (email === undefined) {
    return (
      <>
        <PageHead title={SIGN_UP.gone} lead={SIGN_UP.goneLead} />
        <ButtonLink to="/sign-up">{SIGN_UP.again}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHead title={SIGN_UP.newTitle} lead={SIGN_UP.newLead} />
      <CommandForm command="account.make" answer={actionData} submit={SIGN_UP.make} busy={SIGN_UP.busy}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField label={SIGN_UP.name} name="name" autoComplete="nickname" />
        <TextField
          label={SIGN_UP.password}
          hint={PASSWORD_HINT}
          name="password"
          type="password"
          autoComplete="new-password"
        />
      </CommandForm>
    </>
  );
}
