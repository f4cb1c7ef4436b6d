import { ChoiceField, SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { ReferralStep } from "../model/referral.rules.ts";
import { DECLINE_WORDS, OUTCOME_WORDS } from "../referrals/referral.messages.ts";
import type { presentReferral } from "../referrals/referral.present.ts";
import { optionsOf } from "./fields.tsx";

const SEND = {
  consent: "referral.send",
  duty: "referral.send-by-duty",
  danger: "referral.send-for-danger",
} as const;

/** What can be done with a referral now, by this side. */
export function ReferralSteps({
  referral,
  steps,
  side,
  answer,
}: {
  referral: ReturnType<typeof presentReferral>;
  steps: readonly ReferralStep[];
  side: "sender" | "receiver";
  answer: unknown;
}) {
  const has = (step: ReferralStep) => steps.includes(step);
  const second = side === "sender" && referral.ground === "danger" && !referral.seconded;
  if (steps.length === 0 && !second) return null;
  return (
    <Section title="次の手続き">
      <div className="flex flex-wrap gap-3">
        {has("send") ? (
          <CommandForm command={SEND[referral.ground]} answer={answer} submit="送付する" />
        ) : null}
        {second ? (
          <CommandForm
            command="referral.second"
            answer={answer}
            submit="責任者として確認する"
            kind="secondary"
          />
        ) : null}
        {has("receive") ? (
          <CommandForm command="referral.receive" answer={answer} submit="受領する" kind="secondary" />
        ) : null}
        {has("accept") ? <CommandForm command="referral.accept" answer={answer} submit="引き受ける" /> : null}
        {has("start") ? <CommandForm command="referral.start" answer={answer} submit="支援を始める" /> : null}
      </div>
      {has("close") ? (
        <>
          <CommandForm command="referral.note-try" answer={answer} submit="連絡を記録する" kind="secondary">
            <ChoiceField
              label={`ご本人への連絡（つながらなかった回数 ${referral.tries}）`}
              name="reached"
              type="radio"
              options={[
                { value: "reached", label: "つながった" },
                { value: "not-reached", label: "つながらなかった" },
              ]}
            />
          </CommandForm>
          <Folded summary="終了にする">
            <CommandForm command="referral.close" answer={answer} submit="終了にする">
              <SelectField
                label="結果"
                name="outcome"
                empty="選択してください"
                options={optionsOf(OUTCOME_WORDS)}
              />
            </CommandForm>
          </Folded>
        </>
      ) : null}
      {has("decline") ? (
        <Folded summary="引き受けられない">
          <CommandForm
            command="referral.decline"
            answer={answer}
            submit="引き受けられないことを回答する"
            kind="secondary"
          >
            <SelectField
              label="理由"
              name="decline"
              empty="選択してください"
              options={optionsOf(DECLINE_WORDS)}
            />
          </CommandForm>
        </Folded>
      ) : null}
      {has("ask-back") ? (
        <Folded summary="取下げを希望する">
          <p>紹介先に伝わります。終了にするかどうかは、紹介先が決めます。</p>
          <CommandForm
            command="referral.ask-back"
            answer={answer}
            submit="取下げの希望を伝える"
            kind="secondary"
          />
        </Folded>
      ) : null}
      {has("take-back") ? (
        <Folded summary="取り下げる">
          <CommandForm command="referral.take-back" answer={answer} submit="取り下げる" kind="secondary" />
        </Folded>
      ) : null}
    </Section>
  );
}
