import { redirect } from "react-router";
import { organisationsOf } from "#foundation/actors/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { officesNamed } from "../cases/office.queries.server.ts";
import type { Route } from "./+types/offices";

/** For which office somebody works today; who works for one is led on. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const ids = organisationsOf(actor, ["caseworker", "supervisor", "reception"]);
  const desk = organisationsOf(actor, ["caseworker", "supervisor"]).length === 0;
  const place = desk ? "appointments" : "cases";
  if (ids.length === 1) throw redirect(`/offices/${ids[0]}/${place}`);
  const offices = shown(await officesNamed(app, actor, {}));
  return { offices: offices.map(({ id, name }) => ({ id, title: name, to: `/offices/${id}/${place}` })) };
}

export default function Offices({ loaderData: { offices } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="相談・紹介" />
      <LinkSection title="機関を選ぶ" rows={offices} none="相談を担当する機関がありません。" />
    </>
  );
}
