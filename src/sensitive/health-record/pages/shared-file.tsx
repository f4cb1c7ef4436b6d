import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { PageHead } from "#ui/page.tsx";
import { presentYears } from "../checkups/checkup.present.ts";
import { presentDiary } from "../diary/diary.present.ts";
import { readShared, shareDoor } from "../shares/share.usecases.server.ts";
import type { Route } from "./+types/shared-file";
import { DiaryTable } from "./diary-table.tsx";
import { Years } from "./years.tsx";

const GONE = { status: 404 };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await shareDoor(app, params.token);
  if (!door.ok) return data(null, GONE);
  const read = await readShared(app, door.value.holder, door.value.target);
  if (!read.ok) return data(null, GONE);
  const { checkups, diary, expiresAt } = read.value;
  return data({
    years: checkups && presentYears(checkups),
    diary: diary && presentDiary(diary),
    until: showInstantJa(expiresAt),
  });
}

export const handle = { japaneseOnly: true };
export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

/** What somebody shows of their file to whoever holds the link. */
export default function SharedFile({ loaderData }: Route.ComponentProps) {
  if (!loaderData)
    return (
      <DeadPage
        title="この共有は終了しました"
        why={[
          "期間が過ぎたか、ご本人が共有を止めたか、アドレス（URL）の一部が欠けています。ご本人の記録は失われていません。",
          "必要なときは、ご本人に、共有のリンクをもう一度作成するようお伝えください。",
        ]}
        ways={[{ to: "/health-booklet", label: "健康ファイルについて" }]}
      />
    );
  return (
    <>
      <PageHead
        title="共有された健康ファイル"
        lead={`${loaderData.until}まで見ることができます。開いた日時は、ご本人に伝わります。`}
      />
      {loaderData.years ? <Years {...loaderData.years} /> : null}
      {loaderData.diary ? <DiaryTable {...loaderData.diary} /> : null}
    </>
  );
}
