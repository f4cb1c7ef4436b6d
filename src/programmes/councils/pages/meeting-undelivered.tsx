import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { MeetingPageProps } from "./meeting.tsx";

/** Members whom our last mail did not reach, and what to do about it. */
export function UndeliveredMembers({
  view: { invitees, base, body },
}: {
  view: Pick<MeetingPageProps["loaderData"], "invitees" | "base" | "body">;
}) {
  const unreached = invitees.filter((one) => one.undelivered);
  if (unreached.length === 0) return null;
  return (
    <Notice kind="warning" title={`メールが届いていない委員が${unreached.length}者います。`}>
      <ul>
        {unreached.map((one) => (
          <li key={one.memberId}>{`${one.organisation}　${one.undelivered}`}</li>
        ))}
      </ul>
      電話などでたずね、メールアドレスは
      <TextLink to={`${base}/bodies/${body.id}`}>委員の一覧</TextLink>
      で直してから、もう一度送ってください。
    </Notice>
  );
}
