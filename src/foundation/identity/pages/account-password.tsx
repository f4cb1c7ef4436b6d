import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { changePassword, withPassword } from "../account/account.usecases.server.ts";
import { ACCOUNT } from "../account.messages.ts";
import { PASSWORD_HINT } from "../password/password.messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-password";

export function loader(args: Route.LoaderArgs) {
  return { email: ownRequest(args).session.email };
}

export async function action(args: Route.ActionArgs) {
  const own = ownRequest(args);
  const on = onTarget(own.app, own.actor, { user: own.user, caller: own.caller });
  const change = on(withPassword(own, changePassword, "current"), (headers) =>
    data({ changed: true }, { headers }),
  );
  return answerForm(args.request, [change], { secret: ["current", "next"] });
}

export default function AccountPassword({ loaderData, actionData }: Route.ComponentProps) {
  const changed = actionData && "changed" in actionData;
  return (
    <>
      <PageHead title={ACCOUNT.passwordChange} />
      {changed ? <Notice kind="success" title={ACCOUNT.passwordChanged} /> : null}
      {changed ? null : (
        <CommandForm
          command="account.change-password"
          answer={actionData}
          submit={ACCOUNT.save}
          busy={ACCOUNT.busy}
          labels={{ current: ACCOUNT.current, next: ACCOUNT.next }}
        >
          <input type="hidden" autoComplete="username" value={loaderData.email} readOnly />
          <TextField label={ACCOUNT.current} name="current" type="password" autoComplete="current-password" />
          <TextField
            label={ACCOUNT.next}
            hint={PASSWORD_HINT}
            name="next"
            type="password"
            autoComplete="new-password"
          />
        </CommandForm>
      )}
      <p className="mt-6">
        <TextLink to="/account">{ACCOUNT.back}</TextLink>
      </p>
    </>
  );
}
