import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { stressOffices } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/stress-offices";

const DOORS = {
  implementer: { path: "stress-checks", word: "実施者" },
  organiser: { path: "stress-joint", word: "合同実施の世話役" },
  interview_doctor: { path: "stress-interviews", word: "面接指導" },
} as const;

/** At which door of which office somebody works. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const doors = shown(await stressOffices(app, actor, {}));
  return {
    rows: doors.map(({ role, id, name }) => ({
      ...{ id: `${role}-${id}`, title: name, aside: DOORS[role].word },
      to: `/offices/${id}/${DOORS[role].path}`,
    })),
  };
}

export default function StressOffices({ loaderData: { rows } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="ストレスチェック" />
      <LinkSection title="機関を選ぶ" rows={rows} none="ストレスチェックを担当する機関がありません。" />
    </>
  );
}
