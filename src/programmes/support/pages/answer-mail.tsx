import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { WISH_NAMES, WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { PAGE } from "../enquiries/answers/messages.ts";
import { chooseWish, readWish } from "../letters/wishes/usecases.server.ts";
import { elsewhereFrom } from "../office/usecases.server.ts";
import type { Route } from "./+types/answer-mail";
import { DeadLink } from "./office.tsx";

/** Offices read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const mailbox = await readWish(app, params.token);
  const saved = url.searchParams.has("saved");
  const base = { token: params.token, saved };
  if (mailbox.ok) return data({ ...base, mailbox: mailbox.value });
  return data({ ...base, elsewhere: await elsewhereFrom(app, params.token, "answer") }, { status: 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { wish = "" } = await fieldsOf(request);
  const saved = await chooseWish(requestOf(context).app, params.token, wish);
  if (saved.ok) throw redirect(`/a/${params.token}/mail?saved=1`);
  const errors = saved.error.kind === "invalid" ? saved.error.fields : {};
  return data({ errors }, { status: statusOf(saved.error) });
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
      <OnceForm submit={WISH_TEXTS.save}>
        <ChoiceField
          label={WISH_TEXTS.label}
          hint={WISH_TEXTS.lead}
          name="wish"
          type="radio"
          options={WISHES.map((value) => ({ value, label: WISH_NAMES[value] }))}
          chosen={[mailbox.wish]}
          errors={actionData?.errors.wish}
        />
      </OnceForm>
      <p className="mt-6">
        <TextLink to={`/a/${token}`}>{PAGE.back}</TextLink>
      </p>
    </>
  );
}
