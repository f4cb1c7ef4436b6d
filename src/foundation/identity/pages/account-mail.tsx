import { data, redirect } from "react-router";
import { WISH_NAMES, WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { readOwnWish, saveOwnWish } from "../account/mail/usecases.server.ts";
import { ACCOUNT } from "../account/messages.ts";
import { ownRequest, requestOf } from "../request.server.ts";
import type { Route } from "./+types/account-mail";

function personOf(args: Route.LoaderArgs | Route.ActionArgs) {
  const { app, session } = ownRequest(args);
  const { actor } = requestOf(args.context);
  if (actor.kind !== "person") throw redirect("/sign-in?next=/account/mail");
  return { app, session, actor };
}

export async function loader(args: Route.LoaderArgs) {
  const { app, session, actor } = personOf(args);
  return {
    email: session.email,
    wish: await readOwnWish(app, actor, session),
    saved: args.url.searchParams.has("saved"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, session, actor } = personOf(args);
  const saved = await saveOwnWish(app, actor, session, (await fieldsOf(args.request)).wish ?? "");
  if (saved.ok) throw redirect("/account/mail?saved=1");
  return data(
    { errors: saved.error.kind === "invalid" ? saved.error.fields : {} },
    { status: statusOf(saved.error) },
  );
}

/** How the signed-in person's mailbox wants its mail. */
export default function AccountMail({ loaderData, actionData }: Route.ComponentProps) {
  const { email, wish, saved } = loaderData;
  return (
    <>
      <PageHead title={WISH_TEXTS.title} lead={<span className="break-all">{email}</span>} />
      {saved && !actionData ? <Notice kind="success" title={WISH_TEXTS.saved} /> : null}
      <OnceForm submit={WISH_TEXTS.save}>
        <ChoiceField
          label={WISH_TEXTS.label}
          hint={WISH_TEXTS.lead}
          name="wish"
          type="radio"
          options={WISHES.map((value) => ({ value, label: WISH_NAMES[value] }))}
          chosen={[wish]}
          errors={actionData?.errors.wish}
        />
      </OnceForm>
      <p className="mt-6">
        <TextLink to="/account">{ACCOUNT.back}</TextLink>
      </p>
    </>
  );
}
