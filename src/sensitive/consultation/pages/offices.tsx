import { redirect } from "react-router";
import { organisationsOf } from "#foundation/actors/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { officesNamed } from "../cases/office.queries.server.ts";
import { SOURCES } from "../model/case.schema.ts";
import type { Route } from "./+types/offices";

/** For which office somebody works today; who works for one is led on. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const ids = organisationsOf(actor, ["caseworker", "supervisor", "reception"]);
  const desk = organisationsOf(actor, ["caseworker", "supervisor"]).length === 0;
  const begun = SOURCES.find((one) => one === url.searchParams.get("source"));
  const place = desk ? "appointments" : begun ? `cases/new?source=${begun}` : "cases";
  if (ids.length === 1) throw redirect(`/offices/${ids[0]}/${place}`);
  const offices = shown(await officesNamed(app, actor, {}));
  return {
    begun: begun !== undefined,
    offices: offices.map(({ id, name }) => ({ id, title: name, to: `/offices/${id}/${place}` })),
  };
}

/** Who leads a talk and counsels nobody hands nothing on: the person goes there, or calls. */
const ELSEWHERE =
  "相談を担当する機関に所属していません。ご本人に、健康相談の窓口のご案内をお渡しください。お名前はどこにも入力しないでください。";

export default function Offices({ loaderData: { begun, offices } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="相談・紹介" />
      <LinkSection
        title="機関を選ぶ"
        rows={offices}
        none={begun ? ELSEWHERE : "相談を担当する機関がありません。"}
      />
    </>
  );
}
