import qrcode from "qrcode";
import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { spokenIn } from "../model/event.messages.ts";
import { SignUpParts } from "../parts/sign-up-view.tsx";
import { acceptSeats, cancelSignUp, nameSignUp } from "../signups/sign-up.commands.server.ts";
import { SIGN_UP_PAGE } from "../signups/sign-up.messages.ts";
import { readSignUp } from "../signups/sign-up.queries.server.ts";
import type { Route } from "./+types/sign-up-link";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const spoken = spokenIn(url.searchParams);
  const asked = url.searchParams.has("lang") ? { language: spoken } : {};
  const { found: signUp, ...dead } = await readByLink(app, token, "event-sign-up", (holder, at) =>
    readSignUp(app, holder, { ...at, ...asked }),
  );
  const sent = url.searchParams.has("sent");
  if (!signUp) return data({ language: spoken, sent, signUp, code: "", ...dead }, { status: 404 });
  // The number alone: a reader at the door types it.
  const code = await qrcode.toDataURL(signUp.number, { margin: 1, width: 160 });
  return data({ language: signUp.language, sent, signUp, code, area: null });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "event-sign-up"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const lang = new URL(request.url).searchParams.get("lang");
  const here = () => `/es/${token}${lang === "en" || lang === "ja" ? `?lang=${lang}` : ""}`;
  return answerForm(request, [on(acceptSeats, here), on(cancelSignUp, here), on(nameSignUp, here)]);
}

/** A sign-up by the secret link that whoever made it was given. */
export default function SignUpLink({
  loaderData: { language, sent, signUp, code, area },
  actionData,
}: Route.ComponentProps) {
  const text = SIGN_UP_PAGE[language];
  const lang = language === "en" ? "?lang=en" : "";
  if (!signUp) {
    const events = area ? [{ to: `/areas/${area}/events${lang}`, label: text.way }] : [];
    return (
      <DeadPage
        title={text.dead}
        why={text.deadWhy}
        ways={[...events, { to: `/${lang}`, label: text.home }]}
      />
    );
  }
  return (
    <div className="max-w-2xl">
      <PageHead
        title={text.title}
        place={<span lang={signUp.event.titleLanguage}>{signUp.event.title}</span>}
        lead={text.keep}
      />
      {sent && actionData === undefined ? (
        <Notice kind="success" title={text.received} language={language} />
      ) : null}
      <SignUpParts signUp={signUp} answer={actionData} />
      {signUp.phone ? <Facts items={[{ name: text.phone, value: signUp.phone }]} /> : null}
      {signUp.state === "booked" ? (
        <p className="my-6">
          {text.show}
          <img src={code} alt={text.showAlt} width={160} height={160} className="mt-2" />
        </p>
      ) : null}
    </div>
  );
}
