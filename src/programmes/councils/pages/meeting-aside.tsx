import { TextLink } from "#ui/button.tsx";
import { NEXT } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";

/** What one looks up beside the work: when and where, what comes next, and what earlier meetings left. */
export function MeetingAside({ view }: Pick<MeetingPart, "view">) {
  const { meeting, when, until, stage, mayEdit, body, left, base } = view;
  return (
    <aside className="mt-10 border-t border-solid-gray-300 pt-6 text-std-16N-170 lg:mt-0 lg:border-t-0 lg:pt-0 lg:border-l lg:border-solid-gray-300 lg:pl-6">
      <h2 className="text-std-16B-170">開催日時・場所</h2>
      <p className="text-std-20B-150">{when || "日程調整中"}</p>
      <p>{meeting.place || "場所は未定です"}</p>
      {until ? <p className="mt-1">{until}</p> : null}
      {body.quorum ? <p className="mt-1">定足数 {body.quorum}団体</p> : null}
      {mayEdit && stage ? (
        <>
          <h2 className="mt-6 text-std-16B-170">次に行うこと</h2>
          <p>{NEXT[stage]}</p>
        </>
      ) : null}
      {left.length === 0 ? null : (
        <>
          <h2 className="mt-6 text-std-16B-170">前回までの対応事項（未完了 {left.length}件）</h2>
          <ul>
            {left.map((task) => (
              <li key={task.id} className="border-b border-solid-gray-300 py-2">
                {task.line}
                <br />
                <TextLink to={task.to}>{task.meeting}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-6">
        <TextLink to={base}>協議会に戻る</TextLink>
      </p>
    </aside>
  );
}
