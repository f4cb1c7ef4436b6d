import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Done } from "#ui/done.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { ANSWER_WORDS } from "../outside/outside.messages.ts";
import { answerReturn, readReturn, returnDoor } from "../outside/return.commands.server.ts";
import type { Route } from "./+types/return";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await returnDoor(app, params.token);
  if (!door.ok) return data({ view: null }, { status: 404 });
  const { holder, referral } = door.value;
  return data({ view: shown(await readReturn(app, holder, { referral })) });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, referral } = shown(await returnDoor(app, params.token));
  const on = onTarget(app, holder, { referral });
  return answerForm(request, [on(answerReturn, () => `/returns/${params.token}?saved`)]);
}

/** Offices of the area read Japanese; this page has no English. */
export const handle = { japaneseOnly: true };

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

/** Where an office outside says that a referral arrived and whether the person was reached. It tells of nobody. */
export default function Return({ loaderData: { view }, actionData }: Route.ComponentProps) {
  if (!view)
    return (
      <PageHead
        title="紹介への返信"
        lead="このアドレスはご利用いただけません。期限が切れたか、新しいものが発行されています。紹介元の機関にお問い合わせください。"
      />
    );
  const answers = view.answers.map((value) => ({ value, label: ANSWER_WORDS[value] }));
  return (
    <>
      <PageHead title="紹介への返信" lead="お名前や相談の内容は入力しないでください。" />
      <Done />
      <Facts
        items={[
          { name: "紹介番号", value: view.reference },
          { name: "宛先", value: view.receiver },
          { name: "状況", value: view.state },
        ]}
      />
      {answers.length === 0 ? (
        <p>ご返信を受け付けました。ありがとうございました。</p>
      ) : (
        <CommandForm command="referral.return" answer={actionData} submit="返信する">
          <ChoiceField label="返信" name="answer" type="radio" options={answers} />
        </CommandForm>
      )}
    </>
  );
}
