import type { ReactNode } from "react";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { WAITS } from "../capacity/waiting/messages.ts";
import { ANSWER_NAMES } from "../enquiries/messages.ts";
import { ANSWERS } from "../enquiries/rules.ts";
import type { Slot } from "../offers/rules.ts";
import { may } from "../requests/rules.ts";
import type { Enquiry } from "../requests/schema.ts";
import type { RequestView } from "../requests/view/usecases.server.ts";
import { UNMET_NAMES } from "../visits/messages.ts";
import { showSlot } from "../visits/present.ts";
import { UNMET_REASONS } from "../visits/rules.ts";

/** An answer that came by telephone, written down by staff. */
export function StaffAnswer({ one, slots }: { one: Enquiry; slots: readonly Slot[] }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
        {one.state === "answered" ? "返事を直す" : "返事を書く"}
      </summary>
      <OnceForm submit="返事を書き入れる" kind="secondary">
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="enquiry" value={one.id} />
        <input type="hidden" name="request" value={one.requestId} />
        {slots.map((slot, index) => (
          <SelectField
            key={`${slot.day}${slot.from}`}
            label={showSlot(slot)}
            name="answers"
            defaultValue={one.answers?.[index] ?? ""}
            empty="まだ聞いていない"
            options={ANSWERS.map((value) => ({
              value,
              label: `${ANSWER_NAMES[value].sign} ${ANSWER_NAMES[value].ja}`,
            }))}
          />
        ))}
        <TextField label="ほかの案" optional name="proposal" defaultValue={one.proposal} />
        <TextField label="ひとこと" optional name="comment" defaultValue={one.comment} />
      </OnceForm>
    </details>
  );
}

const HEAD = "min-h-11 cursor-pointer py-2 underline underline-offset-4";

/** For what a request waits, and at which place in line. */
export function WaitsFor({ waiting }: { waiting: RequestView["waitingFor"] }) {
  if (!waiting) return null;
  const { title, place, until } = waiting;
  const text = until ? WAITS.until(title, showDateJa(until)) : WAITS.inLine(title, place ?? 1);
  return <p className="my-4 text-std-20B-160">{text}</p>;
}

/** What is done seldom, behind one tap each. */
export function Otherwise({
  view: { request, manages, candidates },
  children,
}: {
  view: RequestView;
  children: ReactNode;
}) {
  if (!manages) return null;
  const can = (action: Parameters<typeof may>[1]) => may(request.status, action);
  const { fixed } = request;
  if (!["move", "wait", "refuse", "withdraw", "close"].some((action) => can(action as "move"))) return null;
  return (
    <Section title="ほかの進め方">
      {can("move") && fixed ? (
        <details>
          <summary className={HEAD}>日程を変える</summary>
          <OnceForm submit="この日に変える" kind="secondary" noValidate>
            <input type="hidden" name="do" value="move" />
            <TextField label="日" name="day" type="date" defaultValue={fixed.day} />
            <TextField label="始まり" name="from" type="time" defaultValue={fixed.from} />
            <TextField label="終わり" name="to" type="time" defaultValue={fixed.to} />
          </OnceForm>
        </details>
      ) : null}
      {can("close") ? (
        <OnceForm submit="終わりにする" kind="secondary" className="my-3">
          <input type="hidden" name="do" value="close" />
        </OnceForm>
      ) : null}
      {can("wait") && candidates.length > 0 ? (
        <details>
          <summary className={HEAD}>順番待ちにする</summary>
          <OnceForm submit="順番を待つ" kind="secondary">
            <input type="hidden" name="do" value="wait" />
            <SelectField
              label="どの提供の空きを待つか"
              name="offer"
              options={candidates.map(({ offer }) => ({ value: offer.id, label: offer.title }))}
            />
          </OnceForm>
        </details>
      ) : null}
      {children}
      {can("refuse") ? (
        <details>
          <summary className={HEAD}>応えられないと返す</summary>
          <OnceForm submit="理由をつけて返す" kind="danger">
            <input type="hidden" name="do" value="refuse" />
            <SelectField
              label="理由"
              name="reason"
              options={UNMET_REASONS.map((value) => ({ value, label: UNMET_NAMES[value] }))}
            />
          </OnceForm>
        </details>
      ) : null}
      {can("withdraw") ? (
        <details>
          <summary className={HEAD}>事業所が取り下げた</summary>
          <OnceForm submit="取り下げる" kind="danger">
            <input type="hidden" name="do" value="withdraw" />
          </OnceForm>
        </details>
      ) : null}
    </Section>
  );
}
