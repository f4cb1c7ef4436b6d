import { data, Form, redirect } from "react-router";
import { formOf } from "#platform/web/fields.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { LOCK, SIGN_IN } from "../messages.ts";
import { placeAfter } from "../place-after.rules.ts";
import { ownRequest } from "../request.server.ts";
import { signIn } from "../sign-in/sign-in.usecases.server.ts";
import type { Route } from "./+types/lock";
import { PasskeySignIn } from "./passkey.tsx";

export function loader(args: Route.LoaderArgs) {
  const { session } = ownRequest(args);
  return {
    name: session.name,
    email: session.email,
    locked: session.state === "locked",
    next: placeAfter(args.url),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, caller, session } = ownRequest(args);
  const password = String((await formOf(args.request)).get("password") ?? "");
  const result = await signIn(app, caller, { email: session.email, password }, "session.unlock");
  if (!result.ok) {
    const { kind } = result.error;
    return data({ refused: kind === "wrong" ? LOCK.wrong : SIGN_IN.refusals[kind] }, { status: 422 });
  }
  const to = placeAfter(args.url);
  const { next, headers } = result.value;
  throw redirect(next === "done" ? to : `/sign-in/second-factor?next=${encodeURIComponent(to)}`, { headers });
}

export default function Lock({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={LOCK.title} lead={loaderData.locked ? LOCK.idle : LOCK.again} />
      <p className="text-std-18B-160">{loaderData.name}</p>
      <OnceForm submit={LOCK.submit} busy={SIGN_IN.busy}>
        {/* So that the browser offers the right password. */}
        <input type="hidden" autoComplete="username" value={loaderData.email} readOnly />
        <TextField
          label={SIGN_IN.password}
          name="password"
          type="password"
          autoComplete="current-password"
          errors={actionData ? [actionData.refused] : undefined}
        />
      </OnceForm>
      <PasskeySignIn next={loaderData.next} />
      <Form method="post" action="/sign-out" className="mt-6" reloadDocument>
        <Button kind="plain">{LOCK.notMe}</Button>
      </Form>
    </>
  );
}
