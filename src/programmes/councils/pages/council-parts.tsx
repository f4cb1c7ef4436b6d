import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import type { PastLine } from "../past/past.present.ts";
import { PastList } from "./past-list.tsx";

type Listed = Readonly<{
  id: string;
  title: string;
  when: string;
  state: string;
  decisions: number;
  openTasks: number;
}>;

/** The meetings of the area, each with where it stands. */
export const CouncilMeetings = ({ meetings, base }: { meetings: readonly Listed[]; base: string }) => (
  <Section title="会議">
    {meetings.length === 0 ? <p>会議の記録はまだありません。</p> : null}
    <Lines>
      {meetings.map((meeting) => (
        <Line key={meeting.id}>
          <span>
            <TextLink to={`${base}/meetings/${meeting.id}`}>{meeting.title}</TextLink>
            <span className="ml-3">{meeting.when}</span>
          </span>
          <span className="text-solid-gray-800">
            {meeting.state}
            {meeting.decisions > 0 ? ` 決定${meeting.decisions}件` : ""}
            {meeting.openTasks > 0 ? ` 未完了の対応事項${meeting.openTasks}件` : ""}
          </span>
        </Line>
      ))}
    </Lines>
  </Section>
);

/** What came before, and the place in the plans above. */
export const CouncilPast = ({
  past,
  base,
  mayEdit,
}: {
  past: Readonly<{ plans: readonly PastLine[]; events: readonly PastLine[] }>;
  base: string;
  mayEdit: boolean;
}) => (
  <Section
    title="経過と上位計画での位置づけ"
    actions={<ButtonLink to={`${base}/past`}>{mayEdit ? "編集・公開ページ" : "公開ページ"}</ButtonLink>}
  >
    <PastList lines={past.events} none="経過の登録はまだありません。" />
    {past.plans.length > 0 ? (
      <>
        <h3 className="mt-6 mb-2 text-std-18B-160">上位計画での位置づけ</h3>
        <PastList lines={past.plans} none="" />
      </>
    ) : null}
  </Section>
);
