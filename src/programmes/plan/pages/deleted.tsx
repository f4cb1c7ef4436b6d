import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { DeletedPage } from "#ui/deleted.tsx";
import { planDeletions } from "../deleting/plan-part.usecases.server.ts";
import { WITHDRAWAL } from "../import/activity-import.messages.ts";
import { PART } from "../model/plan.messages.ts";
import type { Route } from "./+types/deleted";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await staffPlace(args);
  return { base, ...shown(await planDeletions.readPage(app, actor, area.id, base, url.searchParams)) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  return answerForm<never>(args.request, [planDeletions.onRestore(app, actor, area.id, base)]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, ...shown } = loaderData;
  return (
    <DeletedPage back={{ to: base, label: "計画に戻る" }} words={PART} answer={actionData} {...shown}>
      <p className="mt-6">
        <TextLink to={`${base}/activities/import`}>{WITHDRAWAL.elsewhere}</TextLink>
      </p>
    </DeletedPage>
  );
}
