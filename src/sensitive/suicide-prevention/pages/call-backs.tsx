import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { REACH_WORDS } from "../model/prevention.messages.ts";
import { closeCallBack, listCalls } from "../workplaces/call.usecases.server.ts";
import type { Route } from "./+types/call-backs";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await listCalls(app, actor, params));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, (input) => ({ ...params, call: String(input.call ?? "") }));
  return answerForm(request, [on(closeCallBack, () => `/areas/${params.area}/call-backs`)]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** Numbers that asked for a call, and nothing of what it is about. */
export default function CallBacks({ loaderData: { area, calls }, actionData: answer }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`折り返しの電話　${area.name}`}
        lead="用件は伺っていません。電話をかけた後に押すと、番号はその場で消えます。"
      />
      {calls.length === 0 ? <p>お待ちの電話はありません。</p> : null}
      <Lines>
        {calls.map((one) => (
          <Line key={one.id} centred>
            <span>
              <a className="text-std-17B-170 text-blue-1000 underline" href={`tel:${one.phone}`}>
                {one.phone}
              </a>
              <span className="block text-solid-gray-800">
                {showDateJa(one.askedOn)}　{REACH_WORDS[one.reach]}
              </span>
            </span>
            <CommandForm
              command="prevention-call.done"
              answer={answer}
              submit="電話をかけた"
              kind="secondary"
              label={`${one.phone}に電話をかけた`}
            >
              <input type="hidden" name="call" value={one.id} />
            </CommandForm>
          </Line>
        ))}
      </Lines>
    </>
  );
}
