import { data } from "react-router";
import { formOf } from "#platform/web/fields.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { ACCOUNT } from "../account/messages.ts";
import { changePassword } from "../account/usecases.server.ts";
import { PASSWORD_HINT } from "../password/messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-password";

export function loader(args: Route.LoaderArgs) {
  return { email: ownRequest(args).session.email };
}

export async function action(args: Route.ActionArgs) {
  const own = ownRequest(args);
  const form = await formOf(args.request);
  const result = await changePassword(own, {
    current: String(form.get("current") ?? ""),
    next: String(form.get("next") ?? ""),
  });
  if (result.ok) return data({ changed: true, fields: {} }, { headers: result.value.headers });
  const fields = result.error.kind === "invalid" ? result.error.fields : {};
  return data({ changed: false, fields }, { status: 422 });
}

export default function AccountPassword({ loaderData, actionData }: Route.ComponentProps) {
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.fields ?? {};
  return (
    <>
      <PageHead title={ACCOUNT.passwordChange} />
      {actionData?.changed ? <Notice kind="success" title={ACCOUNT.passwordChanged} /> : null}
      {actionData?.changed ? null : (
        <OnceForm submit={ACCOUNT.save} busy={ACCOUNT.busy}>
          <input type="hidden" autoComplete="username" value={loaderData.email} readOnly />
          <TextField
            label={ACCOUNT.current}
            name="current"
            type="password"
            autoComplete="current-password"
            errors={errors.current}
          />
          <TextField
            label={ACCOUNT.next}
            hint={PASSWORD_HINT}
            name="next"
            type="password"
            autoComplete="new-password"
            errors={errors.next}
          />
        </OnceForm>
      )}
      <p className="mt-6">
        <TextLink to="/account">{ACCOUNT.back}</TextLink>
      </p>
    </>
  );
}
