import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { listPreventionOffices } from "../support/public-page.queries.server.ts";
import type { Route } from "./+types/prevention-offices";

type Office = Readonly<{ id: string; name: string }>;

/** At which doors somebody works. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { areas, desks, paths, conferences, stocks } = shown(await listPreventionOffices(app, actor, {}));
  const at = (offices: readonly Office[], path: string, duty: string) =>
    offices.map(({ id, name }) => ({
      ...{ id: `${path}-${id}`, to: `/offices/${id}/${path}`, title: `${duty}　${name}` },
    }));
  const of = (some: readonly Readonly<{ slug: string; name: string }>[], path: string, duty: string) =>
    some.map(({ slug, name }) => ({
      ...{ id: `${path}-${slug}`, to: `/areas/${slug}/${path}`, title: `${duty}　${name}` },
    }));
  return {
    areas: [
      ...of(areas, "prevention", "地域の数"),
      ...of(areas, "prevention/stock", "棚卸し"),
      ...of(areas, "prevention/support", "相談電話・会・研修"),
      ...of(desks, "call-backs", "折り返しの電話"),
    ],
    offices: [
      ...at(paths, "prevention-paths", "ご家族への支援"),
      ...at(conferences, "case-conferences", "事例検討会"),
      ...at(stocks, "prevention-stock", "棚卸しの回答"),
    ],
  };
}

export default function PreventionOffices({ loaderData: { areas, offices } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="いのち支える取組" />
      <LinkSection title="圏域" rows={areas} none="担当する圏域がありません。" />
      <LinkSection title="機関" rows={offices} none="担当する機関がありません。" />
    </>
  );
}
