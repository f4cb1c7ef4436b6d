import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { scanOf } from "../account/account.present.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  withPassword,
} from "../account/account.usecases.server.ts";
import { ACCOUNT, PASSKEY } from "../account.messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-second-factor";
import { AuthenticatorSetUp, RecoveryCodes } from "./second-factor-parts.tsx";

export function loader(args: Route.LoaderArgs) {
  const { session } = ownRequest(args);
  return { on: session.authenticator, required: session.state === "incomplete", email: session.email };
}

type Step = Readonly<{ scan: ReturnType<typeof scanOf> } | { codes: readonly string[] } | { ended: true }>;
const show = (step: Step, headers?: Headers) => data(step, headers ? { headers } : {});

/** What the page shows next; of a code that was wrong the same picture again. */
export async function action(args: Route.ActionArgs) {
  const own = ownRequest(args);
  const on = onTarget(own.app, own.actor, { user: own.user, caller: own.caller });
  const answer = await answerForm(
    args.request,
    [
      on(withPassword(own, beginSecondFactor), ({ uri }) => show({ scan: scanOf(uri) })),
      on(confirmSecondFactor, ({ codes, headers }) => show({ codes }, headers)),
      on(withPassword(own, renewRecoveryCodes), ({ codes }) => show({ codes })),
      on(withPassword(own, endSecondFactor), (headers) => show({ ended: true }, headers)),
    ],
    { secret: ["password", "code"] },
  );
  if (!("command" in answer.data) || answer.data.command !== confirmSecondFactor.declared.name) return answer;
  const { uri } = answer.data.values;
  return uri ? data({ ...answer.data, scan: scanOf(uri) }, answer.init ?? {}) : answer;
}

export default function AccountSecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "codes" in actionData) return <RecoveryCodes codes={actionData.codes} />;
  if (actionData && "scan" in actionData)
    return <AuthenticatorSetUp {...actionData.scan} answer={actionData} />;
  const password = (
    <>
      <input type="hidden" autoComplete="username" value={loaderData.email} readOnly />
      <TextField label={ACCOUNT.current} name="password" type="password" autoComplete="current-password" />
    </>
  );
  const form = { answer: actionData, busy: ACCOUNT.busy, labels: { password: ACCOUNT.current } };
  return (
    <>
      <PageHead title={ACCOUNT.factor} lead={ACCOUNT.factorLead} />
      {loaderData.required ? <Notice kind="warning" title={ACCOUNT.factorRequired} /> : null}
      {actionData && "ended" in actionData ? <Notice kind="success" title={ACCOUNT.factorEnded} /> : null}
      {loaderData.on ? (
        <>
          <Section title={ACCOUNT.codesRenew} lead={ACCOUNT.codesRenewLead}>
            <CommandForm
              {...form}
              command="account.recovery-codes"
              submit={ACCOUNT.codesRenew}
              kind="secondary"
            >
              {password}
            </CommandForm>
          </Section>
          <Section title={ACCOUNT.factorEnd} lead={ACCOUNT.factorEndLead}>
            <CommandForm
              {...form}
              command="account.second-factor-off"
              submit={ACCOUNT.factorEnd}
              kind="danger"
            >
              {password}
            </CommandForm>
          </Section>
        </>
      ) : (
        <>
          <p>{ACCOUNT.factorPassword}</p>
          <CommandForm {...form} command="account.second-factor-begin" submit={ACCOUNT.factorContinue}>
            {password}
          </CommandForm>
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
