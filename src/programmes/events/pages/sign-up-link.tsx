import qrcode from "qrcode";
import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { spokenIn } from "../model/event.messages.ts";
import { SignUpParts } from "../parts/sign-up-view.tsx";
import { acceptSeats, cancelSignUp, nameSignUp } from "../signups/sign-up.commands.server.ts";
import { SIGN_UP_PAGE } from "../signups/sign-up.messages.ts";
import { readSignUp } from "../signups/sign-up.queries.server.ts";
import type { Route } from "./+types/sign-up-link";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const opened = await openLink(app, token, "event-sign-up");
  if (!opened.ok) return data({ language, sent: false, signUp: undefined, code: "" }, { status: 404 });
  const { holder } = opened.value;
  const signUp = shown(await readSignUp(app, holder, { area: holder.area!, id: holder.subject }));
  // The number alone: a reader at the door types it.
  const code = await qrcode.toDataURL(signUp.number, { margin: 1, width: 160 });
  return { language: signUp.language, sent: url.searchParams.has("sent"), signUp, code };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "event-sign-up"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const here = () => `/es/${token}`;
  return answerForm(request, [on(acceptSeats, here), on(cancelSignUp, here), on(nameSignUp, here)]);
}

/** A sign-up by the secret link that whoever made it was given. */
export default function SignUpLink({
  loaderData: { language, sent, signUp, code },
  actionData,
}: Route.ComponentProps) {
  const text = SIGN_UP_PAGE[language];
  if (!signUp) return <Empty title={text.dead} />;
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${signUp.event.title}`} />
      {sent && actionData === undefined ? (
        <Notice kind="success" title={text.received} language={language} />
      ) : null}
      <SignUpParts signUp={signUp} answer={actionData} />
      {signUp.state === "booked" ? (
        <p className="my-6">
          {text.show}
          <img src={code} alt={text.showAlt} width={160} height={160} className="mt-2" />
        </p>
      ) : null}
    </div>
  );
}
