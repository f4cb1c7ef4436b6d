import { data, redirect } from "react-router";
import { addressContext, requestOf, sessionContext } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { DEMONSTRATION_ACCOUNTS } from "../demonstration/demonstration-account.schema.ts";
import { ROLE_NAMES, SIGN_IN } from "../messages.ts";
import { placeAfter } from "../place-after.rules.ts";
import { RESET } from "../sign-in/reset.messages.ts";
import { signIn } from "../sign-in/sign-in.usecases.server.ts";
import type { Route } from "./+types/sign-in";
import { PasskeySignIn } from "./passkey.tsx";

/** For staff, in Japanese. */
export const handle = { japaneseOnly: true };

export function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "person") throw redirect(placeAfter(url));
  if (context.get(sessionContext)?.state === "locked") throw redirect("/lock");
  return {
    next: placeAfter(url),
    accounts:
      app.config.mode === "demonstration"
        ? DEMONSTRATION_ACCOUNTS.map(({ email, password, name, role, also }) => ({
            email,
            password,
            name,
            roles: [role, ...also],
          }))
        : [],
  };
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const form = await formOf(request);
  const email = String(form.get("email") ?? "");
  const result = await signIn(
    app,
    { headers: request.headers, address: context.get(addressContext) },
    { email, password: String(form.get("password") ?? "") },
  );
  if (!result.ok) return data({ email, refused: SIGN_IN.refusals[result.error.kind] }, { status: 422 });
  const to = placeAfter(url);
  const { next, headers } = result.value;
  throw redirect(next === "done" ? to : `/sign-in/second-factor?next=${encodeURIComponent(to)}`, { headers });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={SIGN_IN.title} />
      {actionData?.refused ? (
        <Notice kind="error" title={SIGN_IN.failed}>
          {actionData.refused}
        </Notice>
      ) : null}
      <OnceForm submit={SIGN_IN.submit} busy={SIGN_IN.busy}>
        <TextField
          label={SIGN_IN.email}
          name="email"
          type="email"
          autoComplete="username webauthn"
          defaultValue={actionData?.email}
        />
        <TextField label={SIGN_IN.password} name="password" type="password" autoComplete="current-password" />
      </OnceForm>
      <PasskeySignIn next={loaderData.next} />
      <p className="mt-6">
        <TextLink to="/sign-in/reset">{RESET.link}</TextLink>
      </p>
      <p className="mt-3">
        <TextLink to="/sign-up">{SIGN_IN.own}</TextLink>
      </p>
      <p className="mt-6 max-w-xl text-std-16N-170">{SIGN_IN.noAccount}</p>
      {loaderData.accounts.length > 0 ? <Accounts accounts={loaderData.accounts} /> : null}
    </>
  );
}

function Accounts({ accounts }: { accounts: Route.ComponentProps["loaderData"]["accounts"] }) {
  return (
    <Section title={SIGN_IN.demonstration} lead={SIGN_IN.demonstrationLead}>
      <p>
        {SIGN_IN.password}: <code>{accounts[0]!.password}</code>
      </p>
      <ul className="mt-3 max-w-5xl">
        {accounts.map((account) => (
          <li
            key={account.email}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-2 text-std-16N-170"
          >
            <span className="w-64">{account.name}</span>
            <span className="w-44">{account.roles.map((role) => ROLE_NAMES[role]).join("・")}</span>
            <code className="grow break-all">{account.email}</code>
            <OnceForm submit={SIGN_IN.demonstrationTry} busy={SIGN_IN.busy} kind="secondary">
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={account.password} />
            </OnceForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
