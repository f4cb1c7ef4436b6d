import { onTarget } from "#foundation/authority/public.ts";
import { CLASS_WORDS } from "#foundation/consent/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { consentForm } from "../consents/consent.queries.server.ts";
import { URGENCY_WORDS } from "../model/consultation.messages.ts";
import { PENDING } from "../model/referral.rules.ts";
import { WORDED } from "../model/referral-kinds.schema.ts";
import { draftReferral } from "../referrals/referral.commands.server.ts";
import { GROUND_WORDS, REASON_WORDS } from "../referrals/referral.messages.ts";
import { referralsOfCase } from "../referrals/referral.queries.server.ts";
import type { Route } from "./+types/referral-new";
import { casePlace } from "./case-place.tsx";
import { optionsOf } from "./fields.tsx";

const MODES = { "one-way": "引き継ぎ", shared: "共同支援（両方の機関で支援を続ける）" };
const LABELS = {
  partner: "紹介先",
  receiver: "紹介先の名称",
  ground: "根拠",
  duty: "通告・通報の種類",
  danger: "危険の内容",
  mode: "方法",
  urgency: "緊急度",
  reason: "紹介の理由",
  classes: "渡す項目",
  family: "家族の状況",
  workplace: "勤務先・働き方",
  consultation: "相談の要約",
  checkup: "健康診断の結果",
  "stress-check": "ストレスチェックの結果",
  interview: "面接指導の結果",
};
const field = labelled(LABELS);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const { offices, duties } = shown(await consentForm(app, actor, target));
  const pending = shown(await referralsOfCase(app, actor, target)).filter(({ state }) =>
    PENDING.includes(state),
  );
  return {
    pending: pending.map(({ id, receiver, stateWord }) => ({ id, title: `${receiver}（${stateWord}）` })),
    offices,
    duties,
    classes: optionsOf(CLASS_WORDS),
    id: newId() as string,
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, (input) => ({ ...target, referral: String(input.referral ?? "") }));
  return answerForm(args.request, [
    on(draftReferral, ({ id }) => `/offices/${target.organisation}/referrals/${id}`),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function ReferralNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { offices, duties, classes, pending, id, once } = loaderData;
  return (
    <>
      <PageHead
        title="紹介の下書き"
        lead="送付するまで、紹介先には見えません。"
        actions={
          <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
        }
      />
      {pending.length > 0 ? (
        <LinkSection
          title="回答待ちの紹介"
          none=""
          rows={pending.map((one) => ({
            ...one,
            to: `/offices/${params.organisation}/referrals/${one.id}`,
          }))}
        />
      ) : null}
      <CommandForm
        command="referral.draft"
        answer={actionData}
        once={once}
        values={{ ground: "consent", mode: "one-way", urgency: "usual" }}
        labels={LABELS}
        submit="下書きを保存する"
        private
      >
        <input type="hidden" name="referral" value={id} />
        <SelectField {...field("partner")} empty="選択してください" options={offices} />
        <TextField {...field("receiver")} hint="一覧にない機関の場合に入力してください" optional />
        <SelectField {...field("reason")} empty="選択してください" options={optionsOf(REASON_WORDS)} />
        <ChoiceField {...field("mode")} type="radio" options={optionsOf(MODES)} />
        <ChoiceField {...field("urgency")} type="radio" options={optionsOf(URGENCY_WORDS)} />
        <ChoiceField
          {...field("classes")}
          type="checkbox"
          hint="氏名・生年月日・連絡先は、登録されたものを渡します。ほかの項目は、渡す内容を下に入力してください"
          options={classes}
        />
        {WORDED.map((kind) => (
          <TextArea key={kind} {...field(kind)} rows={2} optional />
        ))}
        <ChoiceField {...field("ground")} type="radio" options={optionsOf(GROUND_WORDS)} />
        <Fold summary="同意によらない場合">
          <SelectField {...field("duty")} empty="選択してください" options={duties} optional />
          <TextArea
            {...field("danger")}
            hint="1日以内に、別の責任者が確認します。監査の記録に残ります"
            optional
          />
        </Fold>
      </CommandForm>
    </>
  );
}
