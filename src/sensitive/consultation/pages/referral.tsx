import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { TextArea } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import {
  acceptReferral,
  closeReferral,
  declineReferral,
  noteTry,
  receiveReferral,
  startReferral,
} from "../referrals/received.commands.server.ts";
import {
  askBackReferral,
  secondReferral,
  sendByDuty,
  sendForDanger,
  sendReferral,
  takeBackReferral,
} from "../referrals/referral.commands.server.ts";
import { ASKED_BACK } from "../referrals/referral.messages.ts";
import { readReferral } from "../referrals/referral.queries.server.ts";
import { addSharedNote } from "../referrals/shared-note.commands.server.ts";
import type { Route } from "./+types/referral";
import { HandOutLink } from "./more-links.tsx";
import { ReferralHistory } from "./referral-history.tsx";
import { ReferralSteps } from "./referral-steps.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const view = shown(
    await readReferral(app, actor, {
      organisation: params.organisation as OrganisationId,
      referral: params.referral,
    }),
  );
  const at = (time: Date) =>
    time.toLocaleString("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" });
  return {
    ...view,
    notes: view.notes.map((one) => ({ ...one, at: at(one.at) })),
    events: view.events.map((one) => ({ ...one, at: at(one.at) })),
    once: newId() as string,
  };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, {
    organisation: params.organisation as OrganisationId,
    referral: params.referral,
  });
  const saved = () => `/offices/${params.organisation}/referrals/${params.referral}?saved`;
  return answerForm(request, [
    on(sendReferral, saved),
    on(sendByDuty, saved),
    on(sendForDanger, saved),
    on(takeBackReferral, saved),
    on(askBackReferral, saved),
    on(secondReferral, saved),
    on(receiveReferral, saved),
    on(acceptReferral, saved),
    on(declineReferral, saved),
    on(noteTry, saved),
    on(startReferral, saved),
    on(closeReferral, saved),
    on(addSharedNote, saved),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];
export default function Referral({ loaderData, actionData, params }: Route.ComponentProps) {
  const { referral: one, items, notes, events, steps, side, senderCase, receiverCase, once } = loaderData;
  const own = senderCase ?? receiverCase;
  return (
    <>
      <PageHead
        title="紹介"
        lead={`${one.sender} → ${one.receiver}`}
        actions={
          own ? (
            <TextLink to={`/offices/${params.organisation}/cases/${own}`}>相談の記録</TextLink>
          ) : undefined
        }
      />
      <Done />
      {loaderData.askedBack && steps.length > 0 ? <Notice title={ASKED_BACK[side]} /> : null}
      <Facts
        items={[
          { name: "状況", value: one.stateWord },
          { name: "理由", value: one.reason },
          { name: "緊急度", value: one.urgency },
          ...(one.ground === "consent" ? [] : [{ name: "根拠", value: one.groundWord }]),
          { name: "方法", value: one.mode },
          { name: "渡す項目", value: one.classes.join("、") },
          ...(one.receiveBy ? [{ name: "受領の期限", value: showDateJa(one.receiveBy) }] : []),
          ...(one.outcome ? [{ name: "結果", value: one.outcome }] : []),
          ...(one.declined ? [{ name: "引き受けられない理由", value: one.declined }] : []),
          ...(one.ground === "danger"
            ? [{ name: "責任者の確認", value: one.seconded ? "確認済み" : "未確認" }]
            : []),
        ]}
      />
      {side === "sender" && one.outside ? <HandOutLink {...params} /> : null}
      <ReferralSteps referral={one} steps={steps} side={side} answer={actionData} />
      <Section title={side === "sender" ? "渡す内容" : "渡された内容"}>
        {items.length === 0 ? (
          <p>
            {side === "receiver" && ["sent", "received"].includes(one.state)
              ? "引き受けると、同意された項目が表示されます。"
              : "表示できる項目はありません。"}
          </p>
        ) : (
          <Facts
            items={items.map(({ label, text }) => ({
              name: label,
              value: <span className="whitespace-pre-line">{text}</span>,
            }))}
          />
        )}
      </Section>
      {one.mode === "共同支援" ? (
        <Section title="共有の記録" lead="紹介元と紹介先の機関だけが閲覧・登録できます。">
          {notes.map(({ id, office, by, at, text }) => (
            <div key={id} className="border-b border-solid-gray-300 py-3">
              <p className="whitespace-pre-line">{text}</p>
              <p className="text-solid-gray-800">
                {at} {by.startsWith(office) ? by : `${office} ${by}`}
              </p>
            </div>
          ))}
          {["accepted", "ongoing"].includes(one.state) ? (
            <CommandForm command="shared-note.add" answer={actionData} once={once} submit="記録する" private>
              <TextArea label="共有の記録" name="text" />
            </CommandForm>
          ) : null}
        </Section>
      ) : null}
      <ReferralHistory events={events} />
    </>
  );
}
