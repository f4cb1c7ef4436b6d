import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { KIND_WORDS, STATE_WORDS } from "../model/stress.messages.ts";
import { RunForm } from "../parts/run-form.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import { createRun } from "../runs/run.commands.server.ts";
import { listRuns } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/stress-runs";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { runs, offices } = shown(await listRuns(app, actor, params));
  return { runs, offices, id: newId() as string, once: newId() as string };
}

export async function action({ context, params: { organisation }, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, (input) => ({ organisation, run: String(input.run ?? "") }));
  return answerForm(request, [on(createRun, ({ id }) => `/offices/${organisation}/stress-checks/${id}`)]);
}

export default function StressRuns({ loaderData, actionData, params }: Route.ComponentProps) {
  const { runs, offices, id, once } = loaderData;
  return (
    <>
      <PageHead title="ストレスチェック" />
      <LinkSection
        title="一覧"
        none="まだありません。下の欄から登録してください。"
        rows={runs.map((one) => ({
          ...{ id: one.id, to: `/offices/${params.organisation}/stress-checks/${one.id}` },
          ...{ title: one.title, aside: STATE_WORDS[one.state] },
          detail: <ToldLine facts={[showFiscalYearJa(one.fiscalYear), KIND_WORDS[one.kind]]} />,
        }))}
      />
      <RunForm
        command="stress-run.create"
        kinds={["single", "branches"]}
        answer={actionData}
        {...{ id, once, offices }}
      />
    </>
  );
}
