import { onTarget } from "#foundation/authority/public.ts";
import { WISH_NAMES, WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readOwnWish, saveOwnWish } from "../account/account-mail.usecases.server.ts";
import { ACCOUNT } from "../account.messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account-mail";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, session, user } = ownRequest(args);
  return {
    email: session.email,
    wish: shown(await readOwnWish(app, actor, { user })),
    saved: args.url.searchParams.has("saved"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, user } = ownRequest(args);
  const on = onTarget(app, actor, { user });
  return answerForm(args.request, [on(saveOwnWish, () => "/account/mail?saved=1")]);
}

/** How the signed-in person's mailbox wants its mail. */
export default function AccountMail({ loaderData, actionData }: Route.ComponentProps) {
  const { email, wish, saved } = loaderData;
  return (
    <>
      <PageHead title={WISH_TEXTS.title} lead={<span className="break-all">{email}</span>} />
      {saved && !actionData ? <Notice kind="success" title={WISH_TEXTS.saved} /> : null}
      <CommandForm
        command="account.mail"
        answer={actionData}
        values={{ wish }}
        submit={WISH_TEXTS.save}
        labels={{ wish: WISH_TEXTS.label }}
      >
        <ChoiceField
          label={WISH_TEXTS.label}
          hint={WISH_TEXTS.lead}
          name="wish"
          type="radio"
          options={WISHES.map((value) => ({ value, label: WISH_NAMES[value] }))}
        />
      </CommandForm>
      <p className="mt-6">
        <TextLink to="/account">{ACCOUNT.back}</TextLink>
      </p>
    </>
  );
}
