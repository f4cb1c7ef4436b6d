import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { PASSWORD_HINT } from "../password/password.messages.ts";
import { callerOf } from "../request.server.ts";
import { RESET } from "../sign-in/reset.messages.ts";
import { RESET_PURPOSE, readReset, resetPassword } from "../sign-in/reset.usecases.server.ts";
import { signIn } from "../sign-in/sign-in.usecases.server.ts";
import type { Route } from "./+types/sign-in-new-password";

/** For staff, in Japanese. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, RESET_PURPOSE);
  const { value } = opened.ok ? opened : {};
  const read = value && (await readReset(app, value.holder, { user: value.link.subject }));
  return read?.ok ? data({ email: read.value.email }) : data({ email: undefined }, { status: 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, params.token, RESET_PURPOSE);
  if (!opened.ok) return data(null, { status: 404 });
  const { link, holder } = opened.value;
  const form = await formOf(request);
  const password = String(form.get("password") ?? "");
  const on = onTarget(app, holder, { user: link.subject });
  const set = on(resetPassword, ({ email }) => ({ email }));
  const answer = await answerForm(form, [set], { secret: ["password"] });
  if (!("email" in answer)) return answer;
  const step = await signIn(app, callerOf({ context, request }), { email: answer.email, password });
  if (!step.ok) throw redirect("/sign-in");
  const { next, headers } = step.value;
  throw redirect(next === "done" ? "/today" : "/sign-in/second-factor", { headers });
}

export default function SignInNewPassword({ loaderData: { email }, actionData }: Route.ComponentProps) {
  if (email === undefined) {
    return (
      <>
        <PageHead title={RESET.gone} lead={RESET.goneLead} />
        <ButtonLink to="/sign-in/reset">{RESET.again}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHead title={RESET.newTitle} lead={RESET.newLead} />
      <CommandForm
        command="account.reset-password"
        answer={actionData}
        submit={RESET.save}
        busy={RESET.busy}
        labels={{ password: RESET.password }}
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          label={RESET.password}
          hint={PASSWORD_HINT}
          name="password"
          type="password"
          autoComplete="new-password"
        />
      </CommandForm>
    </>
  );
}
