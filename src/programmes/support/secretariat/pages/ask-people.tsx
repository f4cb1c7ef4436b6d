import type { ReactNode } from "react";
import { TextLink } from "#ui/button.tsx";
import { FieldErrors, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { useFormField } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import { ENQUIRIES } from "../../model/enquiry.messages.ts";
import { may } from "../../model/request.rules.ts";
import { PAGE } from "../../model/request-form.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import { ORDER_TEXT, obstacleText, reasonsFor } from "../../offers/matching.messages.ts";
import type { Listed } from "../../offers/matching.present.ts";
import type { Answered } from "../../parts/answers.tsx";
import { Wishes } from "../../parts/wish-fields.tsx";
import { ASKS } from "../../requests/request-asks.messages.ts";
import type { RequestView } from "../../requests/request-view.queries.server.ts";
import { NeedsFields, needValues, WayFields } from "./ask-needs.tsx";

/** The workplace left the days to the secretariat. */
const TEXT = { ...PAGE.ja, when: ENQUIRIES.slots, whenHint: ENQUIRIES.slotsNone, day: ENQUIRIES.slot };

/** Who fits and why, who does not and why not; those ticked are asked. */
export function AskPeople({ view, answer }: { view: RequestView; answer: Answered }) {
  const { request, candidates, enquiries } = view;
  if (!may(request.status, "ask")) return null;
  const fitting = candidates.filter((one) => one.fits);
  const rest = candidates.filter((one) => !one.fits);
  const more = enquiries.length > 0;
  return (
    <Section title={more ? "打診先を追加する" : "打診先の選択"} lead={ORDER_TEXT}>
      {candidates.length === 0 ? (
        <Empty title="同じ内容の支援メニューが、まだ登録されていません">
          「応援団と支援メニュー」で登録するか、対応できないと返してください。
        </Empty>
      ) : null}
      <OutwardForm
        command="request.ask"
        answer={answer}
        question={ASKS.ask}
        confirm="打診メールを送信する"
        values={{ days: "7", mode: "together", decidedBy: "coordinator", ...needValues(request.needs) }}
        submit={more ? "追加で打診する" : "打診する"}
        kind={more ? "secondary" : "primary"}
      >
        <Offers>
          {fitting.map((one) => (
            <Option key={one.offer.id} one={one} slots={request.slots} />
          ))}
        </Offers>
        {rest.length > 0 ? (
          <Fold summary={`合わないもの（${view.unfit}）とその理由`} open={view.all || fitting.length === 0}>
            <ul>
              {rest.map((one) => (
                <Option key={one.offer.id} one={one} slots={request.slots} />
              ))}
            </ul>
            {view.unfit > rest.length ? (
              <p className="my-2">{`ほかに${view.unfit - rest.length}件`}</p>
            ) : null}
          </Fold>
        ) : null}
        {view.all ? null : (
          <p className="my-2">
            <TextLink to="?all=1">ほかの内容・業務の支援メニューも、合わない理由と見る</TextLink>
          </p>
        )}
        {more ? (
          <Fold summary="必要な職種・打診の方法を変更する">
            <NeedsFields />
            <WayFields first={false} />
          </Fold>
        ) : (
          <>
            <NeedsFields />
            <WayFields first />
          </>
        )}
        <TextField label="回答期限（日数）" name="days" type="number" min={1} max={60} />
        {request.slots.length === 0 ? <Wishes text={TEXT} name="slots" /> : null}
      </OutwardForm>
    </Section>
  );
}

function Offers({ children }: { children: ReactNode }) {
  const field = useFormField("offers");
  return (
    <>
      <ul id={field?.id} tabIndex={-1}>
        {children}
      </ul>
      <FieldErrors id={`${field?.id}-error`} errors={field?.errors} />
    </>
  );
}

function Option({ one, slots }: { one: Listed; slots: RequestView["request"]["slots"] }) {
  const { offer } = one;
  const chosen = useFormField("offer")?.choices ?? [];
  const who = offer.parts.map((part) => part.organisationName).join("と");
  return (
    <li className="border-b border-solid-gray-200 py-2">
      <label className="flex cursor-pointer gap-3">
        <input
          type="checkbox"
          name="offer"
          value={offer.id}
          defaultChecked={chosen.includes(offer.id)}
          className="mt-1 size-5 shrink-0 accent-blue-900"
        />
        <span className="min-w-0 grow">
          <strong>{who}</strong>　{offer.title}
          <span className="block text-dns-14N-130">{reasonsFor(one).join("・")}</span>
          {one.obstacles.length > 0 ? (
            <span className="block text-dns-14N-130">{`× ${one.obstacles.map((each) => obstacleText(each)).join("、")}`}</span>
          ) : null}
          {slots.map((slot, index) => {
            const against = one.slots[index];
            return (
              <span key={`${slot.day}${slot.from}`} className="mr-4 inline-block text-dns-14N-130">
                {`${showSlot(slot)} ${against ? `× ${obstacleText(against)}` : "○"}`}
              </span>
            );
          })}
        </span>
      </label>
    </li>
  );
}
