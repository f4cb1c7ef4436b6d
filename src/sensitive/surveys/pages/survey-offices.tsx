import { redirect } from "react-router";
import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { surveyOffices } from "../design/survey.queries.server.ts";
import type { Route } from "./+types/survey-offices";

/** For which office somebody works today; who works for one is led on. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const offices = shown(await surveyOffices(app, actor, {}));
  if (offices.length === 1) throw redirect(`/offices/${offices[0]!.id}/surveys`);
  return { offices: offices.map(({ id, name }) => ({ id, title: name, to: `/offices/${id}/surveys` })) };
}

export default function SurveyOffices({ loaderData: { offices } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="調査" />
      <LinkSection title="機関を選ぶ" rows={offices} none="調査を担当する機関がありません。" />
    </>
  );
}
