import { requestOf } from "#foundation/identity/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { presentListed } from "#platform/tables/present.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { listImportAreas } from "../records/import-area.queries.server.ts";
import { RECORD_PAGE as PAGE } from "../records/record-import.messages.ts";
import { listCheckupImports } from "../records/record-import.usecases.server.ts";
import type { Route } from "./+types/checkup-imports";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const before = idOf(url.searchParams.get("after"));
  const { areas } = shown(await listImportAreas(app, actor, {}));
  const wanted = url.searchParams.get("area");
  const area = areas.find(({ value }) => value === wanted)?.value ?? areas[0]!.value;
  const { imports, next } = shown(await listCheckupImports(app, actor, { area, before }));
  return { next, rows: imports.map(presentListed), area };
}

export default function CheckupImports({ loaderData: { rows, next } }: Route.ComponentProps) {
  const begin = (
    <ButtonLink to="/checkup-imports/new" kind="primary">
      {PAGE.begin}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} actions={rows.length > 0 ? begin : undefined} />
      {rows.length === 0 ? (
        <Empty title={PAGE.none}>
          <p className="mb-4">{PAGE.noneNext}</p>
          {begin}
        </Empty>
      ) : (
        <ImportList caption={PAGE.title} base="/checkup-imports" rows={rows} next={next} />
      )}
    </>
  );
}
