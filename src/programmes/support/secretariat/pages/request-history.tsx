import { showInstantJa } from "#platform/kernel/instant.ts";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import type { Slot } from "../../model/offer.rules.ts";
import { ACTION_NAMES } from "../../model/request.messages.ts";
import { showSlot } from "../../model/visit.present.ts";
import type { Answered } from "../../parts/answers.tsx";
import type { RequestView } from "../../requests/request-view.queries.server.ts";
import { changedText, unseenChange } from "../request-change.present.ts";

/** What the workplace changed by itself and nobody has looked at yet. */
export function Changed({ view: { request, events }, answer }: { view: RequestView; answer: Answered }) {
  if (!request.changedAt) return null;
  const last = unseenChange(request, events);
  return (
    <Notice kind="warning" title="事業所が依頼の内容を変更しました">
      {last ? <p>{`${ACTION_NAMES[last.action]}${detailOf(last.detail)}`}</p> : null}
      <CommandForm
        command="request.acknowledge"
        answer={answer}
        submit="見ました"
        kind="secondary"
        className="mt-2"
      >
        <input type="hidden" name="changedAt" value={request.changedAt.toISOString()} />
      </CommandForm>
    </Notice>
  );
}

/** Who did what when; the last first; nothing where nothing is shown to whoever looks. */
export function History({ events }: { events: RequestView["events"] }) {
  if (events.length === 0) return null;
  return (
    <Section title="経過">
      <ol>
        {[...events].reverse().map((event) => (
          <li key={event.position} className="flex flex-wrap gap-x-4 border-b border-solid-gray-200 py-2">
            <span className="w-64 max-w-full tabular-nums">{showInstantJa(event.at)}</span>
            <span className="grow">{`${ACTION_NAMES[event.action]}${detailOf(event.detail)}`}</span>
            <span className="text-solid-gray-800">{event.who}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function detailOf(detail: Readonly<Record<string, unknown>>): string {
  const names = [detail.asked, detail.who, detail.lost].flat().filter((one) => typeof one === "string");
  const slot = detail.slot as Slot | undefined;
  const why = typeof detail.why === "string" ? `「${detail.why}」` : "";
  const followed = [
    detail.consultation ? "一人の相談先の案内" : "",
    typeof detail.remindOn === "string" ? `来年のお知らせ ${detail.remindOn}` : "",
  ].join("");
  const parts = [
    `${names.join("、")}${why}`,
    followed,
    slot ? showSlot(slot) : "",
    changedText(detail.changed),
  ].filter(Boolean);
  return parts.length > 0 ? `　${parts.join("　")}` : "";
}
