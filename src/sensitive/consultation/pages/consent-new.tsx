import { onTarget } from "#foundation/authority/public.ts";
import {
  CLASS_WORDS,
  EMPLOYER_WORDS,
  GROUND_WORDS,
  ON_BEHALF_WORDS,
  WAY_WORDS,
} from "#foundation/consent/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField, labelled, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { giveConsent } from "../consents/consent.commands.server.ts";
import { consentForm } from "../consents/consent.queries.server.ts";
import type { Route } from "./+types/consent-new";
import { casePlace } from "./case-place.tsx";
import { optionsOf } from "./fields.tsx";

const LABELS = {
  partner: "渡す先の機関",
  receiver: "渡す先の名称",
  classes: "渡してよい項目",
  employer: "勤務先に伝えること",
  way: "同意の方法",
  heardOn: "同意を受けた日",
  heardTime: "同意を受けた時刻",
  from: "開始日",
  until: "期限",
  language: "説明の言語",
  onBehalf: "代わりに同意した方",
  onBehalfGround: "代わりに同意できる理由",
};
const field = labelled(LABELS);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const view = shown(await consentForm(app, actor, target));
  const options = {
    classes: optionsOf(CLASS_WORDS),
    employers: optionsOf(EMPLOYER_WORDS),
    ways: optionsOf(WAY_WORDS),
    behalf: optionsOf(ON_BEHALF_WORDS),
    grounds: optionsOf(GROUND_WORDS),
  };
  return { ...view, ...options, once: newId() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, target);
  return answerForm(args.request, [
    on(giveConsent, () => `/offices/${target.organisation}/cases/${target.case}?saved`),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** One receiver a consent; nothing is ticked beforehand. */
export default function ConsentNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { offices, languages, classes, employers, ways, behalf, grounds, today, once } = loaderData;
  return (
    <>
      <PageHead
        title="同意の登録"
        lead="渡す先ごとに1つ登録します。項目は、ご本人に確認して選択してください。"
        actions={
          <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
        }
      />
      <CommandForm
        command="consent.give"
        answer={actionData}
        once={once}
        values={{ heardOn: today, employer: "nothing", language: "ja" }}
        labels={LABELS}
        submit="登録する"
        private
      >
        <SelectField {...field("partner")} empty="選択してください" options={offices} />
        <TextField {...field("receiver")} hint="一覧にない機関の場合に入力してください" optional />
        <ChoiceField {...field("classes")} type="checkbox" options={classes} />
        <ChoiceField {...field("employer")} type="radio" options={employers} />
        <ChoiceField
          {...field("way")}
          type="radio"
          hint="電話・口頭の場合は、14日以内に書面か2回目の連絡で確認してください"
          options={ways}
        />
        <DayField {...field("heardOn")} />
        <TextField
          {...field("heardTime")}
          type="time"
          hint="電話・口頭の場合は必ず入力してください"
          optional
        />
        <DayField {...field("from")} hint="空欄の場合は、同意を受けた日から" optional />
        <DayField {...field("until")} hint="空欄の場合は、相談の終了まで" optional />
        <SelectField {...field("language")} options={languages} />
        <Fold summary="ご本人に代わって同意した場合">
          <SelectField {...field("onBehalf")} empty="選択してください" options={behalf} optional />
          <SelectField {...field("onBehalfGround")} empty="選択してください" options={grounds} optional />
        </Fold>
      </CommandForm>
    </>
  );
}
