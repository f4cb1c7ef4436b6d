import { onTarget } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { changeCase, closeCase, nameClient, reopenCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { beginSupportPlan } from "../families/support-plan.commands.server.ts";
import { OUTCOME_WORDS } from "../model/consultation.messages.ts";
import type { Route } from "./+types/case-edit";
import { AgreementFields } from "./agreement-fields.tsx";
import { CASE_LABELS, IdentityFields, IntakeFields } from "./case-fields.tsx";
import { casePlace } from "./case-place.tsx";
import { optionsOf } from "./fields.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const { case: one, forms } = shown(await readCase(app, actor, target));
  return {
    number: one.number,
    state: one.state,
    intake: formShowing(forms.case),
    identity: formShowing(forms.identity ?? {}),
    today: app.clock.today(),
    plan: { id: newId() as string, once: newId() as string },
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, target);
  const saved = () => `/offices/${target.organisation}/cases/${target.case}?saved`;
  return answerForm(args.request, [
    on(changeCase, saved),
    on(nameClient, saved),
    on(closeCase, saved),
    on(reopenCase, saved),
    onTarget(app, actor, (input) => ({ ...target, plan: String(input.plan ?? "") }))(
      beginSupportPlan,
      ({ id }) => `/offices/${target.organisation}/support-plans/${id}`,
    ),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function CaseEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, state, intake, identity, today, plan } = loaderData;
  const base = `/offices/${params.organisation}/cases/${params.case}`;
  const form = { answer: actionData, private: true } as const;
  return (
    <>
      <PageHead title={`相談 ${number} の編集`} actions={<ButtonLink to={base}>相談に戻る</ButtonLink>} />
      <Section title="相談者の氏名・連絡先">
        <CommandForm {...form} {...identity} command="client.name" labels={CASE_LABELS} submit="保存する">
          <IdentityFields />
        </CommandForm>
      </Section>
      {state === "open" ? (
        <>
          <Section title="受付の内容">
            <CommandForm {...form} {...intake} command="case.change" labels={CASE_LABELS} submit="保存する">
              <IntakeFields open />
            </CommandForm>
          </Section>
          <Section title="相談を終了する">
            <Folded summary="終了の理由を入力する" open={actionData !== undefined}>
              <CommandForm {...form} command="case.close" values={{ closedOn: today }} submit="終了にする">
                <SelectField
                  label="終了の理由"
                  name="outcome"
                  empty="選択してください"
                  options={optionsOf(OUTCOME_WORDS)}
                />
                <TextArea label="終了の経緯" name="note" />
                <DayField label="終了日" name="closedOn" />
              </CommandForm>
            </Folded>
          </Section>
        </>
      ) : (
        <Section title="相談を再開する">
          <CommandForm {...form} command="case.reopen" submit="再開する">
            <TextArea label="再開の理由" name="note" />
          </CommandForm>
        </Section>
      )}
      <Section
        title="家族の支援計画"
        lead="ご家族の相談と合わせて、共通の目標で支援します。お一人ずつ同意を得て追加します。"
      >
        <Folded summary="計画を作成する" open={actionData !== undefined}>
          <CommandForm
            {...form}
            command="support-plan.begin"
            once={plan.once}
            submit="計画を作成する"
            kind="secondary"
          >
            <input type="hidden" name="plan" value={plan.id} />
            <TextArea label="家族の共通の目標" name="goals" />
            <AgreementFields />
          </CommandForm>
        </Folded>
      </Section>
      <p className="mt-6">
        <TextLink to={base}>相談に戻る</TextLink>
      </p>
    </>
  );
}
