import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { CODE, SIGN_IN } from "../messages.ts";
import { placeAfter } from "../place-after.rules.ts";
import { callerOf } from "../request.server.ts";
import { verifySecondFactor } from "../sign-in/sign-in.usecases.server.ts";
import type { Route } from "./+types/sign-in-code";

const kindOf = (url: URL) => (url.pathname.endsWith("/recovery") ? "recovery" : "totp");

/** For staff, in Japanese. */
export const handle = { japaneseOnly: true };

export function loader({ url }: Route.LoaderArgs) {
  return { kind: kindOf(url), search: url.search } as const;
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const form = await formOf(request);
  const result = await verifySecondFactor(requestOf(context).app, callerOf({ context, request }), {
    code: String(form.get("code") ?? ""),
    kind: kindOf(url),
  });
  if (!result.ok) return data({ refused: result.error.kind }, { status: 422 });
  throw redirect(placeAfter(url), { headers: result.value.headers });
}

export default function SignInCode({ loaderData: { kind, search }, actionData }: Route.ComponentProps) {
  const text = CODE[kind];
  const refused = actionData?.refused;
  if (refused === "expired") {
    return (
      <>
        <PageHead title={text.title} />
        <Notice kind="error" title={SIGN_IN.failed}>
          {CODE.expired}
        </Notice>
        <TextLink to={`/sign-in${search}`}>{CODE.again}</TextLink>
      </>
    );
  }
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <OnceForm submit={CODE.submit} busy={SIGN_IN.busy}>
        <TextField
          key={kind}
          label={text.label}
          name="code"
          autoComplete="one-time-code"
          inputMode={kind === "totp" ? "numeric" : "text"}
          autoCapitalize="none"
          errors={refused ? [refused === "wrong" ? text.wrong : SIGN_IN.refusals[refused]] : undefined}
        />
      </OnceForm>
      <p className="mt-6">
        <TextLink to={`/sign-in/${kind === "totp" ? "recovery" : "second-factor"}${search}`}>
          {text.other}
        </TextLink>
      </p>
    </>
  );
}
