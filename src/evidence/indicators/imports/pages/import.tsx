import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { encodingLabel, PAGE, STATE_LABEL } from "../messages.ts";
import { presentImport } from "../present.ts";
import { readImport } from "../reading/usecases.server.ts";
import { mayInState } from "../rules.ts";
import { cancelImport, checkImport, rematchImport, takeImport } from "../usecases.server.ts";
import { withdrawImport } from "../withdrawal/usecases.server.ts";
import type { Route } from "./+types/import";
import { Columns } from "./columns.tsx";
import { Findings } from "./findings.tsx";
import { Progress } from "./progress.tsx";
import { Steps } from "./steps.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  return presentImport(shown(await readImport(app, actor, { id: params.import, after })));
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { id: params.import });
  const here = () => `/imports/${params.import}`;
  return answerForm(request, [
    on(checkImport, here),
    on(rematchImport, here),
    on(takeImport, here),
    on(cancelImport, here),
    on(withdrawImport, here),
  ]);
}

const STEP = { matching: 1, checking: 2, ready: 2, importing: 3 } as const;

export default function Import({ loaderData: one, actionData }: Route.ComponentProps) {
  const step = one.state in STEP ? STEP[one.state as keyof typeof STEP] : undefined;
  // A form that its state does not offer any more can't say itself why it was refused.
  const tooLate = actionData && !mayInState(one.state, actionData.command) ? actionData.message : null;
  return (
    <>
      <PageHead
        title={one.fileName}
        lead={`${STATE_LABEL[one.state]}　${one.when}　${one.who}　${encodingLabel(one.encoding)}`}
      />
      {step === undefined ? null : <Steps current={step} />}
      {tooLate ? <Notice kind="error" title={tooLate} /> : null}
      {one.problem ? <Notice kind="error" title={one.problem} /> : null}
      {one.state === "matching" ? <Columns one={one} answer={actionData} /> : null}
      {one.state === "checking" || one.state === "importing" ? (
        <Progress one={one} answer={actionData} />
      ) : null}
      {one.state === "ready" || one.state === "done" || one.state === "withdrawn" ? (
        <Findings one={one} answer={actionData} />
      ) : null}
      <p className="mt-10">
        <TextLink to="/imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
