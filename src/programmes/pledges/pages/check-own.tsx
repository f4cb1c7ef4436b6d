import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { moduleNamesContext } from "#platform/web/context.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { answerCheck, removeCheck, repeatCheck, shareCheck } from "../checks/act-check.commands.server.ts";
import { readCheck } from "../checks/act-check.queries.server.ts";
import { declineStep, finishStep, takeStep } from "../checks/act-step.commands.server.ts";
import { CheckParts } from "../parts/check-view.tsx";
import { finishPledge, makePledge, withdrawPledge } from "../promises/pledge.commands.server.ts";
import type { Route } from "./+types/check-own";

export async function loader({ context, params: { area, check: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const modules = [...context.get(moduleNamesContext)];
  const check = shown(await readCheck(app, actor, { area, id, modules }));
  const voice = url.searchParams.get("voice");
  return { check, shared: voice && `${app.config.origin}/av/${encodeURIComponent(voice)}` };
}

export async function action({ context, params: { area, check: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const at = { area, id };
  const modules = [...context.get(moduleNamesContext)];
  const on = onTarget(app, actor, at);
  const onStep = onTarget(app, actor, (input) => ({
    ...at,
    modules,
    question: String(input.question ?? ""),
  }));
  const onPledge = onTarget(app, actor, (input) => ({ ...at, pledge: String(input.pledge ?? "") }));
  const list = `/areas/${area}/act-checks`;
  const here = () => `${list}/${id}`;
  return answerForm(request, [
    on(answerCheck, here),
    on(repeatCheck, (next) => `${list}/${next.id}`),
    on(shareCheck, (made) => `${list}/${id}?voice=${made.token}`),
    on(removeCheck, () => list),
    onStep(takeStep, ({ to }) => to ?? here()),
    onStep(declineStep, here),
    onStep(finishStep, here),
    on(makePledge, here),
    onPledge(withdrawPledge, here),
    onPledge(finishPledge, here),
  ]);
}

/** A check that was made with the account of one's workplace or organisation. */
export default function OwnCheck({
  loaderData: { check, shared },
  actionData,
  params,
}: Route.ComponentProps) {
  return (
    <div className="max-w-2xl">
      <CheckParts
        {...{ check, shared }}
        sheet={`/areas/${params.area}/act-checks/${check.id}/sheet`}
        answer={actionData}
      />
    </div>
  );
}
