import {
  CLASS_WORDS,
  CONSENT_STEPS,
  EMPLOYER_WORDS,
  ON_BEHALF_WORDS,
  STATE_WORDS,
  WAY_WORDS,
} from "#foundation/consent/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { readCase } from "../cases/case.queries.server.ts";
import { CONFIRMATION_WORDS } from "../model/consultation.messages.ts";
import { referralsOfCase } from "../referrals/referral.queries.server.ts";
import type { Route } from "./+types/case";
import { CaseAside } from "./case-aside.tsx";
import { CONTACT_LABELS, ContactFields } from "./case-fields.tsx";
import { caseActions, casePlace } from "./case-place.tsx";
import { ContactList } from "./contact-list.tsx";

const HEARD: readonly string[] = ["telephone", "spoken"];
const atMinute = (at: Date) =>
  at.toLocaleString("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const view = shown(await readCase(app, actor, target));
  const referrals = shown(await referralsOfCase(app, actor, target));
  return {
    view: {
      ...view,
      consents: view.consents.map((one) => ({
        id: one.id,
        receiver: one.receiver,
        classes: one.classes.map((kind) => CLASS_WORDS[kind]).join("、"),
        employer: EMPLOYER_WORDS[one.employer],
        way: WAY_WORDS[one.way] + (one.onBehalf ? `（${ON_BEHALF_WORDS[one.onBehalf]}が代わりに同意）` : ""),
        state: STATE_WORDS[one.state],
        until: one.untilDay ? showDateJa(one.untilDay) : "相談の終了まで",
        confirmBy: one.confirmBy ? showDateJa(one.confirmBy) : "",
        heard: HEARD.includes(one.way) ? [atMinute(one.heardAt), one.heardBy].filter(Boolean).join("　") : "",
        confirmed: CONFIRMATION_WORDS[one.confirmed as keyof typeof CONFIRMATION_WORDS] ?? "",
        unscanned: one.unscanned,
        steps: CONSENT_STEPS[one.state],
      })),
    },
    referrals,
    today: app.clock.today(),
    once: newId() as string,
  };
}

export const action = async (args: Route.ActionArgs) => answerForm(args.request, caseActions(args));

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Case({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, referrals, today, once } = loaderData;
  const { case: one, identity, contacts } = view;
  const base = `/offices/${params.organisation}/cases/${params.case}`;
  // Behind a closed case nothing begins: no way leads to a form that would be refused.
  const open = one.state === "open";
  const refer = open ? <ButtonLink to={`${base}/refer`}>紹介する</ButtonLink> : null;
  const lead = view.referral
    ? "他機関からの紹介"
    : [one.ageBand, one.asker, one.topics.join("、")].filter(Boolean).join("・");
  return (
    <>
      <PageHead
        title={`相談 ${one.number}`}
        lead={lead}
        actions={
          <>
            <ButtonLink to={`${base}/edit`}>{open ? "編集・終了" : "編集・再開"}</ButtonLink>
            {refer}
          </>
        }
      />
      <Done />
      {one.urgent ? <Notice kind="warning" title={`緊急度：${one.urgency}`} /> : null}
      {view.agreementEnded ? (
        <Notice
          kind="warning"
          title={`ご本人の同意は「${view.agreementEnded}」のため、新しい記録はできません。`}
        >
          <p>これまでの記録は、この機関の記録として残ります。</p>
        </Notice>
      ) : null}
      {!open ? <Notice title={`${showDateJa(one.closedOn!)}に終了しました（${one.outcome}）。`} /> : null}
      {one.nextDue ? (
        <p className="my-4 border border-solid-gray-400 p-4">
          <strong>次回 {showDateJa(one.nextDue)}</strong> {identity?.reaching}
          {identity && !identity.atWork ? "　勤務先への連絡は不可" : ""}
        </p>
      ) : null}
      <div className="gap-8 lg:grid lg:grid-cols-[1fr_18rem]">
        <div>
          <Section title={`経過（${contacts.length}件）`}>
            {open ? (
              <div className="no-print">
                <Folded summary="相談を記録する" open={actionData !== undefined}>
                  <CommandForm
                    command="contact.add"
                    answer={actionData}
                    once={once}
                    values={{ day: today }}
                    labels={CONTACT_LABELS}
                    submit="記録する"
                    private
                  >
                    <ContactFields />
                  </CommandForm>
                </Folded>
              </div>
            ) : null}
            <ContactList contacts={contacts} answer={actionData} open={open} />
          </Section>
          <Section title="紹介の状況" actions={refer}>
            {referrals.length === 0 ? <p>紹介はありません。</p> : null}
            {open && view.consents.length === 0 ? (
              <p>紹介するには、先にご本人の同意を登録してください。</p>
            ) : null}
            <ul>
              {referrals.map((referral) => (
                <li key={referral.id} className="flex flex-wrap gap-x-4 py-2">
                  <TextLink to={`/offices/${params.organisation}/referrals/${referral.id}`}>
                    {referral.receiver}
                  </TextLink>
                  <span>{referral.stateWord}</span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <CaseAside view={view} base={base} answer={actionData} />
      </div>
    </>
  );
}
