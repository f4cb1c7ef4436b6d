import { requestOf } from "#foundation/identity/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { presentListed } from "#platform/tables/present.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PAGE } from "../messages.ts";
import { listImports } from "../usecases.server.ts";
import type { Route } from "./+types/imports";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const before = idOf(url.searchParams.get("after"));
  const { imports, next } = shown(await listImports(app, actor, { before }));
  return { next, rows: imports.map(presentListed) };
}

export default function Imports({ loaderData: { rows, next } }: Route.ComponentProps) {
  const begin = (
    <ButtonLink to="/imports/new" kind="primary">
      {PAGE.begin}
    </ButtonLink>
  );
  if (rows.length === 0)
    return (
      <>
        <PageHead title={PAGE.title} lead={PAGE.lead} />
        <Empty title={PAGE.none}>
          <p className="mb-4">{PAGE.noneNext}</p>
          {begin}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} actions={begin} />
      <ImportList caption={PAGE.title} base="/imports" rows={rows} next={next} />
    </>
  );
}
