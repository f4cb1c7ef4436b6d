import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { JOIN_WORDS, KIND_WORDS, STATE_WORDS } from "../model/stress.messages.ts";
import { WorkplaceLines } from "../parts/run-form.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import { addJointWorkplaces } from "../runs/run.commands.server.ts";
import { readJointRun } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/joint-run";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return { ...shown(await readJointRun(app, actor, params)), once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/stress-joint/${params.run}`;
  return answerForm(request, [onTarget(app, actor, params)(addJointWorkplaces, () => here)]);
}

export default function JointRun({ loaderData, actionData }: Route.ComponentProps) {
  const { run, workplaces, canAdd, earlier, once } = loaderData;
  return (
    <>
      <PageHead
        title={run.title}
        lead={
          <ToldLine
            facts={[showFiscalYearJa(run.fiscalYear), KIND_WORDS[run.kind], STATE_WORDS[run.state]]}
          />
        }
      />
      <Table
        caption="参加する事業所"
        rows={workplaces}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: "name", head: "事業所", cell: (row) => row.name },
          { key: "workers", head: "人数", unit: "人", align: "right", cell: (row) => row.workers },
          { key: "state", head: "参加の回答", cell: (row) => JOIN_WORDS[row.state] },
        ]}
      />
      {canAdd ? (
        <WorkplaceLines command="stress-joint.add" answer={actionData} {...{ once, earlier }} />
      ) : null}
    </>
  );
}
