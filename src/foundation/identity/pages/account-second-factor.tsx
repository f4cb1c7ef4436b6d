import { data } from "react-router";
import { formOf } from "#platform/web/fields.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { ACCOUNT, PASSKEY } from "../account/messages.ts";
import { hasErrors } from "../account/present.ts";
import { stepSecondFactor } from "../account/second-factor/usecases.server.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-second-factor";
import { AuthenticatorSetUp, RecoveryCodes } from "./second-factor-parts.tsx";

export function loader(args: Route.LoaderArgs) {
  const { session } = ownRequest(args);
  return { on: session.authenticator, required: session.state === "incomplete", email: session.email };
}

export async function action(args: Route.ActionArgs) {
  const { step, headers } = await stepSecondFactor(ownRequest(args), await formOf(args.request));
  return data(step, { ...(headers ? { headers } : {}), status: hasErrors(step) ? 422 : 200 });
}

export default function AccountSecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const errors: Readonly<Record<string, readonly string[]>> =
    actionData && "errors" in actionData ? actionData.errors : {};
  if (actionData?.step === "codes") return <RecoveryCodes codes={actionData.codes} />;
  if (actionData?.step === "scan") return <AuthenticatorSetUp {...actionData} />;
  const password = (field = "password") => (
    <>
      <input type="hidden" autoComplete="username" value={loaderData.email} readOnly />
      <TextField
        label={ACCOUNT.current}
        name="password"
        type="password"
        autoComplete="current-password"
        errors={errors[field]}
      />
    </>
  );
  return (
    <>
      <PageHead title={ACCOUNT.factor} lead={ACCOUNT.factorLead} />
      {loaderData.required ? <Notice kind="warning" title={ACCOUNT.factorRequired} /> : null}
      {actionData?.step === "ended" ? <Notice kind="success" title={ACCOUNT.factorEnded} /> : null}
      {loaderData.on ? (
        <>
          <Section title={ACCOUNT.codesRenew} lead={ACCOUNT.codesRenewLead}>
            <OnceForm submit={ACCOUNT.codesRenew} busy={ACCOUNT.busy} kind="secondary">
              <input type="hidden" name="intent" value="renew" />
              {password("renew")}
            </OnceForm>
          </Section>
          <Section title={ACCOUNT.factorEnd} lead={ACCOUNT.factorEndLead}>
            <OnceForm submit={ACCOUNT.factorEnd} busy={ACCOUNT.busy} kind="danger">
              <input type="hidden" name="intent" value="end" />
              {password("end")}
            </OnceForm>
          </Section>
        </>
      ) : (
        <>
          <p>{ACCOUNT.factorPassword}</p>
          <OnceForm submit={ACCOUNT.factorContinue} busy={ACCOUNT.busy}>
            <input type="hidden" name="intent" value="begin" />
            {password("begin")}
          </OnceForm>
        </>
      )}
      <p className="mt-8">
        {loaderData.required ? (
          <TextLink to="/account/passkeys">{PASSKEY.instead}</TextLink>
        ) : (
          <TextLink to="/account">{ACCOUNT.back}</TextLink>
        )}
      </p>
    </>
  );
}
