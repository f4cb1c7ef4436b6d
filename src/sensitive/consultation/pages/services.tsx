import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { leadToService, servicesOfOffice } from "../services/service.commands.server.ts";
import type { Route } from "./+types/services";
import { casePlace } from "./case-place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const services = shown(await servicesOfOffice(app, actor, target));
  return { services };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, target);
  return answerForm(args.request, [on(leadToService, ({ to }) => to)]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** From a case on to a service of the occupational health centre, where the person agrees. */
export default function Services({ loaderData: { services }, actionData, params }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="地域産業保健センターのサービス"
        lead="申込画面に進みます。相談者のお名前や相談の内容は引き継ぎません。労働者50人未満の事業場が対象です。"
        actions={
          <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
        }
      />
      <CommandForm command="case.lead-to-service" answer={actionData} submit="申込画面に進む">
        <ChoiceField
          label="サービス"
          name="service"
          type="radio"
          options={services.map(({ key, label }) => ({ value: key, label }))}
        />
        <ChoiceField
          label="ご本人の意向"
          name="agreed"
          type="checkbox"
          options={[{ value: "true", label: "ご本人が希望し、申し込むことに同意している" }]}
        />
      </CommandForm>
      <Section title="利用できる方">
        <Facts items={services.map(({ label, note }) => ({ name: label, value: note }))} />
      </Section>
    </>
  );
}
