import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import {
  joinSupportPlan,
  leaveSupportPlan,
  readSupportPlan,
  saveSupportPlan,
} from "../families/support-plan.commands.server.ts";
import type { Route } from "./+types/support-plan";
import { AgreementFields } from "./agreement-fields.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { form, ...view } = shown(
    await readSupportPlan(app, actor, {
      organisation: params.organisation as OrganisationId,
      plan: params.plan,
    }),
  );
  return { ...view, form: formShowing(form) };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const target = { organisation: params.organisation as OrganisationId, plan: params.plan };
  const saved = () => `/offices/${params.organisation}/support-plans/${params.plan}?saved`;
  const leaving = onTarget(app, actor, (input: Input) => ({ ...target, case: String(input.case ?? "") }));
  const on = onTarget(app, actor, target);
  return answerForm(request, [
    on(saveSupportPlan, saved),
    on(joinSupportPlan, saved),
    leaving(leaveSupportPlan, saved),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function SupportPlan({
  loaderData: { number, members, form },
  actionData,
  params,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`家族の支援計画 ${number}`}
        lead="それぞれの方の相談の内容は、ここには表示されません。"
      />
      <Done />
      <CommandForm {...form} command="support-plan.save" answer={actionData} submit="保存する" private>
        <TextArea label="家族の共通の目標" name="goals" />
      </CommandForm>
      <Section title={`参加している方 ${members.length}`}>
        <Lines>
          {members.map((one) => (
            <Line key={one.case}>
              <span>
                <TextLink to={`/offices/${params.organisation}/cases/${one.case}`}>{one.name}</TextLink>　
                {one.relation}　{showDateJa(one.agreedOn)}に同意
              </span>
              <Folded summary="計画から外す">
                <CommandForm
                  command="support-plan.leave"
                  answer={actionData}
                  submit="外す"
                  kind="secondary"
                  label={`${one.name}を外す`}
                >
                  <input type="hidden" name="case" value={one.case} />
                </CommandForm>
              </Folded>
            </Line>
          ))}
        </Lines>
        <Folded summary="ご家族を追加する">
          <CommandForm
            command="support-plan.join"
            answer={actionData}
            submit="追加する"
            kind="secondary"
            private
          >
            <TextField label="相談番号" name="number" hint="例：2026-0012" />
            <AgreementFields />
          </CommandForm>
        </Folded>
      </Section>
    </>
  );
}
