import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readCase } from "../cases/case.queries.server.ts";
import { inviteToOwnPage } from "../person/own-page.commands.server.ts";
import type { Route } from "./+types/own-page";
import { casePlace } from "./case-place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  return { number: shown(await readCase(app, actor, target)).case.number };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, target);
  return answerForm<{ link: string }>(
    args.request,
    [on(inviteToOwnPage, ({ token }) => ({ link: `${app.config.origin}/own/${token}` }))],
    { secret: ["passphrase"] },
  );
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** Gives the person their own page: an address to hand over, and a word that they chose. */
export default function OwnPage({ loaderData: { number }, actionData, params }: Route.ComponentProps) {
  const link = actionData && "link" in actionData ? actionData.link : undefined;
  return (
    <>
      <PageHead
        title={`ご本人用のページ（相談 ${number}）`}
        lead="どの機関が何を見たか、何に同意しているかをご本人が確認し、同意を撤回できるページです。新しく発行すると、前のページは無効になります。"
        actions={
          <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
        }
      />
      {link ? (
        <Notice kind="success" title="ご本人用のページを発行しました。">
          <p>このアドレスは、この画面でのみ表示します。合言葉とは別の方法でご本人にお渡しください。</p>
          <p className="break-all">{link}</p>
        </Notice>
      ) : (
        <CommandForm command="own-page.invite" answer={actionData} submit="発行する" private>
          <TextField
            label="合言葉"
            name="passphrase"
            hint="ご本人が決めた6文字以上の言葉"
            autoComplete="off"
          />
        </CommandForm>
      )}
    </>
  );
}
