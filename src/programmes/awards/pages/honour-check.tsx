import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { checkHonour } from "../honours/honour.usecases.server.ts";
import { HONOURS } from "../model/award.messages.ts";
import type { Route } from "./+types/honour-check";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area, code } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = await checkHonour(app, actor, { area, code });
  if (!found.ok && found.error.kind === "not-found") return data({ honour: null, area }, { status: 404 });
  return data({ honour: shown(found), area });
}

/** Whether a certificate is good, for whoever has it in their hands. */
export default function HonourCheck({ loaderData: { honour, area } }: Route.ComponentProps) {
  if (!honour) {
    const ways = [{ to: `/areas/${area}/honours`, label: HONOURS.all }];
    return <DeadPage title={HONOURS.unknown} why={HONOURS.unknownWhy} ways={ways} />;
  }
  const said = {
    valid: HONOURS.valid,
    over: HONOURS.over,
    revoked: HONOURS.revoked(honour.revokedOn ?? ""),
  }[honour.standing];
  return (
    <>
      <PageHead title={HONOURS.check} place={honour.area.name} />
      <Notice kind={honour.standing === "valid" ? "success" : "warning"} title={said} />
      <Facts
        items={[
          { name: HONOURS.number, value: honour.number },
          { name: HONOURS.tier, value: honour.title },
          { name: HONOURS.workplace, value: honour.workplace },
          { name: HONOURS.term, value: honour.term },
        ]}
      />
    </>
  );
}
