import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { askForInterview, readResult } from "../interviews/interview.usecases.server.ts";
import { ADVICE, PROFILE, WORKER } from "../model/stress.messages.ts";
import { Profile } from "../parts/profile.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import type { Route } from "./+types/stress-result";

/** The result for the worker alone, by the code of the slip, as long as it is kept. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const found = await readResult(app, holder, { held });
  if (!found.ok) return data({ view: null, lines: [], once: "" }, { status: 404 });
  const lines = HOTLINES.slice(0, 3).map(({ name, number, hours }) => ({
    name,
    value: `${number}（${hours}）`,
  }));
  return data({ view: found.value, lines, once: newId() as string });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const on = onTarget(app, holder, { held });
  return answerForm(request, [on(askForInterview, () => `/stress/${params.token}/result`)]);
}

export const handle = { japaneseOnly: true };
export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function StressResult({
  loaderData: { view, lines, once },
  actionData,
}: Route.ComponentProps) {
  if (!view)
    return (
      <DeadPage
        title={WORKER.noResult}
        why={[WORKER.noResultWhy, WORKER.ask]}
        ways={[{ to: "/stress", label: WORKER.backToCode }]}
      />
    );
  const { result, request, askBy, contact } = view;
  return (
    <div className="max-w-3xl">
      <PageHead
        title={WORKER.result}
        lead={<ToldLine facts={[view.title, view.name]} />}
        actions={<PrintButton label="印刷する" />}
      />
      {result ? (
        <>
          <Notice title={result.advised ? WORKER.advised : WORKER.notAdvised} />
          <Profile score={result} />
        </>
      ) : (
        <Notice title={`${WORKER.done}${WORKER.incomplete}`} />
      )}
      {request ? (
        <Facts
          items={[
            { name: "面接指導の申出", value: showDateJa(request.askedOn) },
            { name: "面接", value: request.interviewOn ? showDateJa(request.interviewOn) : "日程調整中" },
            { name: "会社の措置", value: request.measureOn ? showDateJa(request.measureOn) : null },
          ]}
        />
      ) : null}
      {result?.advised && !request ? (
        <Section title="面接指導を申し出る" lead={askBy ? `目安の期限 ${showDateJa(askBy)}` : undefined}>
          <CommandForm
            command="stress-interview.ask"
            answer={actionData}
            once={once}
            submit="面接指導を申し出る"
          >
            <ChoiceField
              label="会社に伝わることの確認"
              hint={WORKER.told}
              name="told"
              type="checkbox"
              options={[{ value: "yes", label: "申し出たことが会社に伝わることを確認しました" }]}
            />
          </CommandForm>
        </Section>
      ) : null}
      <Section title={PROFILE.advice}>
        <ul className="list-disc pl-6">
          {ADVICE.map((line) => (
            <li key={line} className="my-1">
              {line}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="相談先">
        <Facts items={lines} />
        <p className="my-4">{`お問い合わせ先：${contact}`}</p>
      </Section>
    </div>
  );
}
