import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField } from "#ui/field.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { KIND_WORDS, STATE_WORDS } from "../model/stress.messages.ts";
import { RunForm } from "../parts/run-form.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import { startJointRun } from "../runs/run.commands.server.ts";
import { listJointRuns } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/joint-runs";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { runs, offices } = shown(await listJointRuns(app, actor, params));
  return { runs, offices, id: newId() as string, once: newId() as string };
}

export async function action({ context, params: { organisation }, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, (input) => ({ organisation, run: String(input.run ?? "") }));
  return answerForm(request, [on(startJointRun, ({ id }) => `/offices/${organisation}/stress-joint/${id}`)]);
}

export default function JointRuns({ loaderData, actionData, params }: Route.ComponentProps) {
  const { runs, offices, id, once } = loaderData;
  return (
    <>
      <PageHead title="合同のストレスチェック" />
      <LinkSection
        title="一覧"
        none="まだありません。下の欄から登録してください。"
        rows={runs.map((one) => ({
          ...{ id: one.id, to: `/offices/${params.organisation}/stress-joint/${one.id}` },
          ...{ title: one.title, aside: STATE_WORDS[one.state] },
          detail: <ToldLine facts={[showFiscalYearJa(one.fiscalYear), KIND_WORDS[one.kind]]} />,
        }))}
      />
      <RunForm
        command="stress-joint.start"
        kinds={["association", "district", "branches"]}
        answer={actionData}
        {...{ id, once, offices }}
      >
        <SelectField label="実施者の機関" name="implementer" empty="選択してください" options={offices} />
      </RunForm>
    </>
  );
}
