import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { type HandedOut, handOutReferral } from "../outside/hand-out.commands.server.ts";
import { ANSWER_WORDS, HANDED_WORDS } from "../outside/outside.messages.ts";
import { noteReturn } from "../outside/return.commands.server.ts";
import { OUTCOME_WORDS } from "../referrals/referral.messages.ts";
import { readReferral } from "../referrals/referral.queries.server.ts";
import type { Route } from "./+types/hand-out";
import { DownloadLink } from "./download-link.tsx";
import { optionsOf } from "./fields.tsx";
import { PaperLetter } from "./paper-letter.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { organisation, referral } = params;
  const { referral: one } = shown(
    await readReferral(app, actor, { organisation: organisation as OrganisationId, referral }),
  );
  return { receiver: one.receiver, state: one.state, stateWord: one.stateWord };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const organisation = params.organisation as OrganisationId;
  const on = onTarget(app, actor, { organisation, referral: params.referral });
  return answerForm<{ handed: HandedOut }>(request, [
    on(handOutReferral, (handed) => ({ handed })),
    on(noteReturn, () => `/offices/${organisation}/referrals/${params.referral}/hand-out?saved`),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** A referral for an office outside the system: as a sealed file or on paper, and what that office answered. */
export default function HandOut({ loaderData, actionData, params }: Route.ComponentProps) {
  const { receiver, state, stateWord } = loaderData;
  const handed = actionData && "handed" in actionData ? actionData.handed : undefined;
  if (handed?.way === "paper") return <PaperLetter letter={handed.letter} />;
  const mayHand = state === "sent" || state === "received";
  return (
    <>
      <PageHead
        title="システム外の機関に渡す"
        lead={`${receiver}　${stateWord}`}
        actions={
          <ButtonLink to={`/offices/${params.organisation}/referrals/${params.referral}`}>
            紹介に戻る
          </ButtonLink>
        }
      />
      <Done />
      {handed ? (
        <Notice kind="success" title="パスワード付きのファイルを作成しました。">
          <p>
            ファイルとパスワードは、この画面でのみ表示します。パスワードは電話など、別の方法で伝えてください。
          </p>
          <p>
            <DownloadLink {...handed.file} type="pdf" />
          </p>
          <p>
            パスワード <strong className="font-mono text-std-20B-150">{handed.password}</strong>
          </p>
          <p className="break-all">返信のページ {handed.link}</p>
        </Notice>
      ) : null}
      {mayHand ? (
        <Section title="渡す書類の作成" lead="作成し直すと、前の返信のページは無効になります。">
          <CommandForm command="referral.hand-out" answer={actionData} submit="作成する" private>
            <ChoiceField label="渡し方" name="way" type="radio" options={optionsOf(HANDED_WORDS)} />
          </CommandForm>
        </Section>
      ) : null}
      {state === "drafted" ? <p>先に、紹介のページで送付してください。</p> : null}
      <Section title="返信を登録する" lead="電話・ファックス・郵送で返信があったときに登録します。">
        <CommandForm command="referral.note-return" answer={actionData} submit="登録する" kind="secondary">
          <ChoiceField
            label="返信"
            name="answer"
            type="radio"
            options={[...optionsOf(ANSWER_WORDS), { value: "closed", label: "支援が終わりました" }]}
          />
          <SelectField
            label="結果"
            name="outcome"
            hint="支援が終わったときに選択してください"
            empty="選択しない"
            options={optionsOf(OUTCOME_WORDS)}
            optional
          />
        </CommandForm>
      </Section>
    </>
  );
}
