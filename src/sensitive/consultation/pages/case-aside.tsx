import type { OutputOf } from "#foundation/authority/public.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { readCase } from "../cases/case.queries.server.ts";
import { CONFIRMATION_WORDS } from "../model/consultation.messages.ts";
import { ConsentStep } from "./consent-step.tsx";
import { optionsOf } from "./fields.tsx";
import { Hotlines } from "./hotlines.tsx";
import { CaseLinks } from "./more-links.tsx";
import { SameClients } from "./same-clients.tsx";

type Consent = Readonly<{
  id: string;
  receiver: string;
  classes: string;
  employer: string;
  way: string;
  state: string;
  until: string;
  confirmBy: string;
  /** Who heard it and when, where nothing is written. */
  heard: string;
  confirmed: string;
  /** On paper, and no copy of it is among the papers of the case. */
  unscanned: boolean;
  steps: readonly string[];
}>;
type View = Omit<OutputOf<typeof readCase>, "consents"> & Readonly<{ consents: readonly Consent[] }>;

/** Who it is about, what was agreed, who is in charge. */
export function CaseAside({ view, base, answer }: { view: View; base: string; answer: unknown }) {
  const office = base.replace(/\/cases\/.*$/, "");
  const { identity, consents, similar, merged, case: one, colleagues } = view;
  return (
    <aside className="mt-10 lg:border-l lg:border-solid-gray-300 lg:pl-6">
      {view.hotlines.length > 0 ? <Hotlines hotlines={view.hotlines} open /> : null}
      <h2 className="text-std-20B-150">相談者</h2>
      {identity ? (
        <p className="whitespace-pre-line">
          {[
            identity.name,
            identity.kana,
            identity.birthDate && showDateJa(plainDate(identity.birthDate)),
            identity.phone,
            identity.address || identity.town,
          ]
            .filter(Boolean)
            .join("\n")}
        </p>
      ) : (
        <p>{view.handedName || (view.referral ? "紹介された方" : "匿名")}</p>
      )}
      {view.referral ? <TextLink to={`${office}/referrals/${view.referral}`}>紹介の内容</TextLink> : null}
      <SameClients similar={similar} merged={merged} office={office} answer={answer} />
      <h2 className="mt-8 text-std-20B-150">同意</h2>
      {consents.length === 0 ? <p>同意はありません。</p> : null}
      {consents.map((consent) => (
        <div key={consent.id} className="mt-3 rounded border border-solid-gray-400 p-3">
          <p className="text-std-16B-170">
            {consent.receiver}（{consent.state}）
          </p>
          <p>項目：{consent.classes}</p>
          <p>期限：{consent.until}</p>
          <p>
            方法：{consent.way}
            {consent.confirmBy ? `（${consent.confirmBy}までに確認）` : ""}
          </p>
          {consent.heard ? <p>聞き取り：{consent.heard}</p> : null}
          {consent.confirmed ? <p>確認：{consent.confirmed}</p> : null}
          {consent.unscanned ? <p>同意書の写しがありません。「資料」から登録してください。</p> : null}
          <p>勤務先：{consent.employer}</p>
          <TextLink to={`${base}/consent/${consent.id}`}>同意文</TextLink>
          <div className="no-print">
            {consent.steps.includes("confirmed") && consent.confirmBy ? (
              <CommandForm command="consent.confirm" answer={answer} submit="確認を登録する" kind="plain">
                <input type="hidden" name="consent" value={consent.id} />
                <SelectField
                  label="確認の方法"
                  name="how"
                  empty="選択してください"
                  options={optionsOf(CONFIRMATION_WORDS)}
                />
              </CommandForm>
            ) : null}
            {consent.steps.includes("withdrawn") ? (
              <Folded summary="撤回を登録する">
                <p>登録すると、{consent.receiver}は、その時点から情報を閲覧できなくなります。</p>
                <ConsentStep
                  name="consent.withdraw"
                  id={consent.id}
                  submit="撤回を登録する"
                  answer={answer}
                />
              </Folded>
            ) : null}
            {consent.steps.includes("invalid") ? (
              <Folded summary="登録の誤りを取り消す">
                <ConsentStep name="consent.annul" id={consent.id} submit="無効にする" answer={answer} />
              </Folded>
            ) : null}
          </div>
        </div>
      ))}
      {one.state === "open" ? (
        <p className="no-print mt-3">
          <ButtonLink to={`${base}/consent`}>同意を登録する</ButtonLink>
        </p>
      ) : null}
      {view.plans.map((plan) => (
        <p key={plan.id}>
          <TextLink to={`${office}/support-plans/${plan.id}`}>家族の支援計画 {plan.number}</TextLink>
        </p>
      ))}
      <h2 className="mt-8 text-std-20B-150">担当</h2>
      <p>{one.caseworker || "未定"}</p>
      <p>受付 {showDateJa(one.openedOn)}</p>
      {view.may.assign ? (
        <div className="no-print">
          <Folded summary="担当者を変更する">
            <CommandForm command="case.assign" answer={answer} submit="変更する" kind="secondary">
              <SelectField
                label="担当者"
                name="caseworker"
                empty="選択してください"
                options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </CommandForm>
          </Folded>
        </div>
      ) : null}
      <CaseLinks base={base} named={identity !== undefined} />
    </aside>
  );
}
