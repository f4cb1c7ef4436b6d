import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { SIGN_IN } from "../messages.ts";
import { callerOf } from "../request.server.ts";
import { RESET } from "../sign-in/reset.messages.ts";
import { askForReset } from "../sign-in/reset.usecases.server.ts";
import type { Route } from "./+types/sign-in-reset";

/** For staff, in Japanese. */
export const handle = { japaneseOnly: true };

export async function action({ context, request }: Route.ActionArgs) {
  const email = String((await formOf(request)).get("email") ?? "");
  const asked = await askForReset(requestOf(context).app, callerOf({ context, request }), email);
  return asked.ok ? data({ sent: true }) : data({ sent: false }, { status: 429 });
}

/** Asks for the link for a new password. The answer is the same for every address. */
export default function SignInReset({ actionData }: Route.ComponentProps) {
  if (actionData?.sent) {
    return (
      <>
        <PageHead title={RESET.title} />
        <Notice kind="success" title={RESET.sent}>
          {RESET.sentLead}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead title={RESET.title} lead={RESET.lead} />
      {actionData ? <Notice kind="error" title={RESET.tooMany} /> : null}
      <OnceForm submit={RESET.send} busy={SIGN_IN.busy}>
        <TextField label={RESET.email} name="email" type="email" autoComplete="username" />
      </OnceForm>
    </>
  );
}
