import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { callerOf } from "../request.server.ts";
import { askForAccount } from "../sign-in/sign-up.usecases.server.ts";
import { SIGN_UP } from "../sign-up.messages.ts";
import type { Route } from "./+types/sign-up";

export const handle = { japaneseOnly: true };

export async function action({ context, request }: Route.ActionArgs) {
  const email = String((await formOf(request)).get("email") ?? "");
  const asked = await askForAccount(requestOf(context).app, callerOf({ context, request }), email);
  return asked.ok ? data({ sent: true }) : data({ sent: false }, { status: 429 });
}

/** Asks for the link for an account of one's own. The answer is the same for every address. */
export default function SignUp({ actionData }: Route.ComponentProps) {
  if (actionData?.sent) {
    return (
      <>
        <PageHead title={SIGN_UP.title} />
        <Notice kind="success" title={SIGN_UP.sent}>
          {SIGN_UP.sentLead}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead title={SIGN_UP.title} lead={SIGN_UP.lead} />
      {actionData ? <Notice kind="error" title={SIGN_UP.tooMany} /> : null}
      <OnceForm submit={SIGN_UP.send} busy={SIGN_UP.busy}>
        <TextField label={SIGN_UP.email} name="email" type="email" autoComplete="email" />
      </OnceForm>
      <p className="mt-6 max-w-xl">{SIGN_UP.who}</p>
    </>
  );
}
