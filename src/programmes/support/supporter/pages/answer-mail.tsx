import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { WISH_NAMES, WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PAGE } from "../../model/answer.messages.ts";
import { elsewhereFrom } from "../../office/office.queries.server.ts";
import { DeadLink } from "../../parts/office.tsx";
import { chooseWish, readWish } from "../mail-wish.usecases.server.ts";
import type { Route } from "./+types/answer-mail";
import { askedDoor } from "./answer-key.tsx";

/** Offices read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { token } = params;
  const asked = await askedDoor(app, token);
  const mailbox = asked.ok ? await readWish(app, asked.value.actor, asked.value.target) : asked;
  const base = { token, saved: url.searchParams.has("saved") };
  if (mailbox.ok) return data({ ...base, mailbox: mailbox.value });
  return data({ ...base, elsewhere: await elsewhereFrom(app, token, "answer") }, { status: 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { actor, target } = shown(await askedDoor(app, params.token));
  const on = onTarget(app, actor, target);
  return answerForm(request, [on(chooseWish, () => `/a/${params.token}/mail?saved=1`)]);
}

/** How a supporter without an account wants its mail, by the link of a letter. */
export default function AnswerMail({ loaderData, actionData }: Route.ComponentProps) {
  if (!("mailbox" in loaderData))
    return <DeadLink title={PAGE.dead} lead={PAGE.deadLead} elsewhere={loaderData.elsewhere} />;
  const { mailbox, saved, token } = loaderData;
  return (
    <>
      <PageHead title={WISH_TEXTS.title} lead={<span className="break-all">{mailbox.address}</span>} />
      {saved && !actionData ? <Notice kind="success" title={WISH_TEXTS.saved} /> : null}
      <CommandForm
        command="letter.wish"
        answer={actionData}
        values={{ wish: mailbox.wish }}
        labels={{ wish: WISH_TEXTS.label }}
        submit={WISH_TEXTS.save}
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
        <TextLink to={`/a/${token}`}>{PAGE.back}</TextLink>
      </p>
    </>
  );
}
