import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { keepAnswer, readForm, submitAnswer } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { answeredValues } from "../model/score.rules.ts";
import { WORKER } from "../model/stress.messages.ts";
import { StressFormPages } from "../parts/stress-form.tsx";
import type { Route } from "./+types/stress-answer";

/** The form of a worker, by the code of the slip; who has taken it is led to the result. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const found = await readForm(app, holder, { held });
  if (!found.ok) return data({ view: null, over: false }, { status: 404 });
  const { state, title, contact, form, answered } = found.value;
  if (state === "taken") throw redirect(`/stress/${params.token}/result`);
  if (state === "over") return data({ view: null, over: true }, { status: 404 });
  const values = answered ? answeredValues(answered) : {};
  return data({ view: { title, contact, form, values, once: newId() as string }, over: false });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const on = onTarget(app, holder, { held });
  // Each page of the form that is left is kept, so that the code goes on from there on another device.
  const form = await request.clone().formData();
  if (form.has("step")) await keepAnswer(app, holder, { held }, Object.fromEntries(form));
  return answerForm(request, [on(submitAnswer, () => `/stress/${params.token}/result`)]);
}

export const handle = { japaneseOnly: true };
export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function StressAnswer({ loaderData: { view, over }, actionData }: Route.ComponentProps) {
  if (!view)
    return (
      <DeadPage
        title={over ? WORKER.closed : WORKER.noForm}
        why={[over ? WORKER.closedLead : WORKER.unknown, WORKER.ask]}
        ways={[{ to: "/stress", label: WORKER.backToCode }]}
      />
    );
  const { title, contact, form, values, once } = view;
  return (
    <div className="max-w-2xl">
      <PageHead title={title} lead={actionData ? undefined : WORKER.lead} />
      <Notice title={WORKER.hidden} />
      <StressFormPages {...{ form, values, once }} answer={actionData} />
      <p className="my-8 text-dns-14N-130">{form.credit}</p>
      <p className="my-8 text-dns-14N-130">{`お問い合わせ先：${contact}`}</p>
    </div>
  );
}
