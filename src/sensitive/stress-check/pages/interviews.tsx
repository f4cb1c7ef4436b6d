import { signedInRequest } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { listInterviews } from "../interviews/interview.usecases.server.ts";
import type { Route } from "./+types/interviews";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const requests = shown(await listInterviews(app, actor, params));
  return {
    rows: requests.map(({ id, name, askedOn, interviewOn, due }) => ({
      ...{ id, title: name, to: `/offices/${params.organisation}/stress-interviews/${id}` },
      detail: `申出 ${showDateJa(askedOn)}`,
      aside: interviewOn ? `面接済 ${showDateJa(interviewOn)}` : `期限の目安 ${showDateJa(due)}`,
    })),
  };
}

export default function Interviews({ loaderData: { rows } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="面接指導" />
      <LinkSection title="申出の一覧" rows={rows} none="申出はまだありません。" />
    </>
  );
}
