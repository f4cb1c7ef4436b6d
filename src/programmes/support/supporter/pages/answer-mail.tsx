import { WISH_NAMES, WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PAGE } from "../../model/answer.messages.ts";
import { DeadLink } from "../../parts/office.tsx";
import { chooseWish, readWish } from "../mail-wish.usecases.server.ts";
import type { Route } from "./+types/answer-mail";
import { askedPage, onAsked } from "./answer-key.tsx";

/** Offices read Japanese; their pages have no English. */
export const handle = { japaneseOnly: true };

export const loader = (args: Route.LoaderArgs) =>
  askedPage(args, readWish, { saved: args.url.searchParams.has("saved") });

export async function action(args: Route.ActionArgs) {
  const { params, request } = args;
  const on = await onAsked(args);
  return answerForm(request, [on(chooseWish, () => `/a/${params.token}/mail?saved=1`)]);
}

/** How a supporter without an account wants its mail, by the link of a letter. */
export default function AnswerMail({ loaderData, actionData }: Route.ComponentProps) {
  if (!("view" in loaderData))
    return <DeadLink title={PAGE.dead} lead={PAGE.deadLead} elsewhere={loaderData.elsewhere} />;
  const { view: mailbox, saved, token } = loaderData;
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
